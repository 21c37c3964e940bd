/** Every prop that may be a token: one that is added to a construct and not to its test does not compile. */
export type All<T, Literal extends keyof T = never> = Required<Omit<T, Literal>>;
