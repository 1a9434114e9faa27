import assert from "node:assert/strict";
import { it } from "node:test";
import { understand } from "../../server/src/service";

it("a problem that the parser finds says in which row it lies, also where the head is written first", () => {
  const text = `head:
  - [-1, 1, Conv, [8]]
  - [[-1, 9], 1, Concat, [1]]
nc: x
backbone:
  - [-1, 1, Conv, [16, 3]]
  - [-1, 1, Conv]
  - [-1, one, Conv, [8]]
`;
  const { problems } = understand("model.yaml", text)!.analysis;
  const found = problems.map(({ id, layer }) => `${id} ${layer}`);
  for (const one of ["unknown-layer 4", "row-has-four-entries 1", "wrong-row 2"]) assert.ok(found.includes(one), one);
});
