export {
  Certificate,
  existingCertificate,
  type CertificateProps,
  type ListenerCertificate,
} from "./certificate";
export { ExistingHostedZone, HostedZone, type HostedZoneProps, type PublicZone } from "./hosted-zone";
export { arnFaults } from "./names";
