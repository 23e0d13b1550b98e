// A framed drawing to a file: as SVG, or drawn by the browser as PNG.

import { fileName, framed, type Frame } from "./framing.ts";

const SHARPNESS = 2; // pixels of a PNG for each of the page
const WIDEST = 12000; // pixels a side: beyond about 16,000 browsers give an empty canvas

export function saveSvg(frame: Frame): void {
  const whole = `<?xml version="1.0" encoding="UTF-8"?>\n${framed(frame).markup}`;
  save(new Blob([whole], { type: "image/svg+xml" }), fileName(frame.title, "svg"));
}

export async function savePng(frame: Frame): Promise<void> {
  const { markup, width, height } = framed(frame);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const scale = Math.min(SHARPNESS, WIDEST / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("the browser made no picture");
  save(blob, fileName(frame.title, "png"));
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
