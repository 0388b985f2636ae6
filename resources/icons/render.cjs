// Draws icon.svg into the PNG files beside it: electron resources/icons/render.cjs
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { app, BrowserWindow, nativeImage } = require('electron');

const LARGEST = 1024;
const SIZES = [16, 32, 48, 128, 256, 512, 1024];

app.whenReady().then(async () => {
  const svg = readFileSync(join(__dirname, 'icon.svg'), 'utf8');
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('data:text/html,<canvas></canvas>');
  const url = await window.webContents.executeJavaScript(`new Promise((done) => {
    const canvas = Object.assign(document.querySelector('canvas'), { width: ${LARGEST}, height: ${LARGEST} });
    const image = new Image(${LARGEST}, ${LARGEST});
    image.onload = () => {
      canvas.getContext('2d').drawImage(image, 0, 0, ${LARGEST}, ${LARGEST});
      done(canvas.toDataURL('image/png'));
    };
    image.src = 'data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}';
  })`);
  const largest = nativeImage.createFromDataURL(url);
  for (const size of SIZES) {
    const image = largest.resize({ width: size, height: size, quality: 'best' });
    writeFileSync(join(__dirname, `${size}x${size}.png`), image.toPNG());
  }
  app.quit();
});
