// The life of a resource, and what must hold at each point of it.
import assert from 'node:assert/strict';

const none = 1;
const some = 2;

// first and second: the program's inputs before and after a change; changed: the paths that differ; id: what it must be;
// importable: whether the id alone finds it again as the program would write it; outlives: settings that a server always has.
export const live = async (resource, { first, second, changed, id, importable = true, outlives = false }) => {
  const checked = await resource.check(first);
  assert.deepEqual(checked.failures, []);

  const planned = await resource.create(checked.inputs, true);
  const made = await resource.create(checked.inputs);
  assert.match(made.id, id);
  for (const [key, value] of Object.entries(planned.outputs)) {
    if (typeof value !== 'string' || !/^[0-9a-f]{8}-/.test(value)) assert.ok(key in made.outputs, `${key} was promised by the preview`);
  }

  const again = await resource.check(first, checked.inputs);
  assert.deepEqual(again.inputs, checked.inputs);
  const unchanged = await resource.diff(made.id, checked.inputs, made.outputs, again.inputs);
  assert.deepEqual(unchanged, { changes: none, replaces: [], diffs: [], hasDetailedDiff: true, paths: [] });

  const read = await resource.read(made.id, checked.inputs, made.outputs);
  assert.equal(read.id, made.id);
  assert.deepEqual(read.inputs, checked.inputs);
  assert.deepEqual(read.outputs, made.outputs);

  let current = { inputs: checked.inputs, outputs: made.outputs };
  if (second) {
    const wanted = await resource.check(second, checked.inputs);
    assert.deepEqual(wanted.failures, []);
    const diff = await resource.diff(made.id, checked.inputs, made.outputs, wanted.inputs);
    assert.equal(diff.changes, some);
    assert.deepEqual(diff.replaces, []);
    assert.deepEqual(diff.paths.map(([path]) => path).sort(), [...changed].sort());
    await resource.update(made.id, checked.inputs, made.outputs, wanted.inputs, true);
    const outputs = await resource.update(made.id, checked.inputs, made.outputs, wanted.inputs);
    current = { inputs: wanted.inputs, outputs };
    const settled = await resource.diff(made.id, current.inputs, current.outputs, current.inputs);
    assert.equal(settled.changes, none);
    const seen = await resource.read(made.id, current.inputs, current.outputs);
    assert.deepEqual(seen.outputs, current.outputs);
  }

  if (importable) {
    const imported = await resource.read(made.id);
    assert.equal(imported.id, made.id);
    const adopted = await resource.check(second ?? first, imported.inputs);
    const diff = await resource.diff(imported.id, imported.inputs, imported.outputs, adopted.inputs);
    assert.deepEqual(diff.paths, [], 'a program that matches needs no change after an import');
  }

  await resource.delete(made.id, current.inputs, current.outputs);
  await resource.delete(made.id, current.inputs, current.outputs);
  if (outlives) return;
  const gone = await resource.read(made.id, current.inputs, current.outputs);
  assert.deepEqual(gone, { id: '', inputs: undefined, outputs: undefined });
};
