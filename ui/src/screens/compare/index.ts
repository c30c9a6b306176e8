export { default as compare } from "./Screen.svelte";
