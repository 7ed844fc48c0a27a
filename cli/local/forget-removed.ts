import { ClassicLevel } from 'classic-level';

const BEFORE_ALL = '\u0000';
const BEHIND_ALL = '\uffff';

/**
 * Leaves nothing of what was removed in the files of a LevelDB that is closed. Files are rewritten only together with newer
 * ones over the same keys: one key before all others and one behind them make the whole store such a case.
 */
export async function forgetRemoved(folder: string): Promise<void> {
  const store = new ClassicLevel(folder);
  const keys = [BEFORE_ALL, BEHIND_ALL];
  await store.batch(keys.map((key) => ({ type: 'put', key, value: '' })));
  await store.batch(keys.map((key) => ({ type: 'del', key })));
  await store.compactRange(BEFORE_ALL, BEHIND_ALL);
  await store.close();
}
