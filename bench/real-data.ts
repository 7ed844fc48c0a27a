import { readDataset } from '../cli/dataset-files.ts';

/** The dataset that the product carries. */
export const { timelines, sources, codes, states } = readDataset();

export const eventCount = timelines.reduce((sum, { events }) => sum + events.length, 0);
