import { readDataset } from '../cli/dataset-files.ts';

/** The dataset shipped with the product. */
export const { timelines, sources, codes, states } = readDataset();

export const eventCount = timelines.reduce((sum, { events }) => sum + events.length, 0);
