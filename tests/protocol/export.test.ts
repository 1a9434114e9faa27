import assert from "node:assert/strict";
import { able, conversation, deck, uri } from "../support/conversation";

conversation("a model is exported as a program and as a drawing, or refused with the reason", async (client) => {
  await client.initialize(able);
  client.open(uri, deck.replace("25000", "25088"));
  const run = (...args: unknown[]): Promise<{ language: string; content: string }> =>
    client.request("workspace/executeCommand", { command: "convlint.exportTo", arguments: args });
  const torch = await run(uri, "pytorch");
  assert.equal(torch.language, "python");
  assert.match(torch.content, /nn\.Conv2d\(1, 16, 3, bias=False\)/);
  const keras = await run(uri, "keras");
  assert.match(keras.content, /layers\.Conv2D\(16, 3, use_bias=False\)\(inputs\)/);
  const picture = await run(uri, "svg");
  assert.equal(picture.language, "xml");
  assert.match(picture.content, /^<svg/);
  await assert.rejects(run(uri, "png"), /exported as pytorch, keras, svg/);
  client.change(uri, 2, { text: deck });
  await assert.rejects(run(uri, "pytorch"), /line 7: the file has an error: in_features is 25000/);
});
