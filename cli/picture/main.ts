// npm run picture
import { pictureCommand } from "./picture";

void pictureCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
