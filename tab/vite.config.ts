import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const page = (name: string) => `${root}${name}.html`;

/** One page per role, so that a participant's phone loads nothing of the host's console. */
export default defineConfig({
  root,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    rollupOptions: {
      input: {
        home: page('home'),
        host: page('host'),
        animator: page('animator'),
        participant: page('participant'),
        display: page('display'),
      },
    },
  },
});
