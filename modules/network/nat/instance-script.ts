/**
 * What turns Amazon Linux 2023 into a NAT: it forwards, and puts its own address in the place of the sender's. As a
 * systemd service it is there again after a reboot, and it tries again until the package can be had: the Elastic IP
 * address, its way to the internet, arrives after the instance has started.
 * https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html
 */
export const NAT_SCRIPT = `#!/bin/bash
set -eu

cat > /usr/local/sbin/translate-addresses <<'SCRIPT'
#!/bin/bash
set -eu
command -v nft > /dev/null || dnf install -y nftables
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
