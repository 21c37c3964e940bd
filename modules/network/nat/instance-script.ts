/**
 * What turns Amazon Linux 2023 into a NAT: it forwards, and puts its own address in the place of the sender's. As a
 * systemd service it is there again after a reboot, and it tries again until the package can be had: connections break
 * when the Elastic IP address takes the place of the one that the instance started with. `dnf` alone needs more than the
 * 512 MiB of a `t4g.nano`, so it gets a swap file first, and goes on without one where that can't be made.
 * https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html
 */
export const NAT_SCRIPT = `#!/bin/bash
set -eu

cat > /usr/local/sbin/translate-addresses <<'SCRIPT'
#!/bin/bash
set -eu
add_swap() {
  grep -q '^/var/swapfile ' /proc/swaps && return
  [ -f /var/swapfile ] || {
    rm -f /var/swapfile.new &&
      dd if=/dev/zero of=/var/swapfile.new bs=1M count=512 status=none &&
      chmod 600 /var/swapfile.new &&
      mkswap /var/swapfile.new > /dev/null &&
      mv /var/swapfile.new /var/swapfile
  } && swapon /var/swapfile
}
if ! command -v nft > /dev/null; then
  add_swap || echo "no swap file; dnf may run out of memory" >&2
  dnf install -y --setopt=timeout=10 nftables
fi
sysctl -q -w net.ipv4.ip_forward=1
outside=$(ip -o -4 route show default | awk '{ print $5; exit }')
nft -f - <<RULES
table ip translation
delete table ip translation
table ip translation {
  chain outward {
    type nat hook postrouting priority 100; policy accept;
    oifname "$outside" masquerade
  }
}
RULES
SCRIPT
chmod 755 /usr/local/sbin/translate-addresses

cat > /etc/systemd/system/translate-addresses.service <<'UNIT'
[Unit]
Description=Puts this instance's address in the place of the private subnets' addresses
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=0

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/local/sbin/translate-addresses
Restart=on-failure
RestartSec=5

[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now --no-block translate-addresses.service
`;
