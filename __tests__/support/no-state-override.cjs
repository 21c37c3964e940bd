// Tests see the states that the code says, whatever is set in the shell of whoever runs them.
for (const name of Object.keys(process.env))
  if (name.startsWith("FRONTYARD_STATE")) Reflect.deleteProperty(process.env, name);
