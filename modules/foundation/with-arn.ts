/** Something in AWS that has an ARN: a key, a bucket, a secret. */
export interface WithArn {
  readonly arn: string;
}
