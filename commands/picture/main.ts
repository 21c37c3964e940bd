// npm run picture
import { pictureCommand } from "./picture";

process.exitCode = pictureCommand(process.argv.slice(2));
