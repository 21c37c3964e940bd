/** The word that turns a program into the emulator's own process; people never type it. */
export const emulatorWord = "emulator-process";
