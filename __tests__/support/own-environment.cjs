// Tests see the stacks as the code has them, whatever is set in the shell of whoever runs them.
for (const name of Object.keys(process.env))
  if (/^(FRONTYARD_(STATE|SETTINGS)|STATE_BUCKET|VOICE_AGENT_DAY$)/.test(name))
    Reflect.deleteProperty(process.env, name);
