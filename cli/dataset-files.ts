import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProductData, readProductData } from '../src/dataset/product-data.ts';

/** The folder of the facts that the product carries, wherever the command is called from. */
export const dataFolder = join(import.meta.dirname, '..', 'data');

export function readDataset(): ProductData {
  return readProductData((name) => readFileSync(join(dataFolder, name), 'utf8'));
}
