export { default as needs } from "./Screen.svelte";
