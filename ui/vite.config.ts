import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

const from_here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [svelte()],
  // Relative addresses: the bundle is served from the app itself, never from a site's root.
  base: "./",
  clearScreen: false,
  resolve: {
    alias: {
      "@words": from_here("../assets/words"),
      "@fonts": from_here("../assets/fonts"),
      // The replies that the Rust tests write, so that the window is tested on what the bridge says.
      "@replies": from_here("../tests/replies"),
    },
    // Vitest would otherwise take Svelte's server build.
    ...(process.env["VITEST"] ? { conditions: ["browser"] } : {}),
  },
  server: { port: 1420, strictPort: true, fs: { allow: [from_here("..")] } },
  build: {
    target: "safari17",
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  test: {
    environment: "happy-dom",
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
  },
});
