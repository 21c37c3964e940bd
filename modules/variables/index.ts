export { passOn, respond, type PlaceholderImage } from "./placeholder-image";
export { countVariable, imageVariable, type VariableImage } from "./variables";
