export { SecurityGroup, type SecurityGroupProps } from "./security-group";
