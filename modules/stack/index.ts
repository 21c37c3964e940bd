export { AwsStack, type AwsStackProps } from "./aws-stack";
