export { default as history } from "./Screen.svelte";
