import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";
import { dotFault, mermaidFault, xmlFault } from "../support/graph-grammars";

const written = (path: string, form: string, ...rest: readonly string[]): string => {
  const { status, out, err } = convlint(["export", path, "--to", form, ...rest]);
  assert.deepEqual([status, err], [0, ""], path);
  return out;
};

/** What was asked for by one test is not written again for another. */
const before = new Map<string, string>();
function asked(...args: Parameters<typeof written>): string {
  const key = args.join(" ");
  const out = before.get(key) ?? written(...args);
  before.set(key, out);
  return out;
}
const graph = (path: string, ...rest: readonly string[]) => JSON.parse(asked(path, "json", ...rest));

const resnet = "examples/zoo/resnet18.cnn.yaml";
const samples = [
  resnet,
  "examples/lenet5.cnn.yaml",
  "examples/unet.cnn.yaml",
  "examples/yolov8-style.yaml",
  "examples/zoo/googlenet.cnn.yaml",
  "examples/zoo/keras-mobilenet.cnn.yaml",
];

describe("convlint export", () => {
  for (const path of samples)
    it(`writes forms that others can read: ${path}`, () => {
      for (const depth of [[], ["--depth", "0"], ["--depth", "9"]]) {
        assert.equal(xmlFault(asked(path, "svg", ...depth)), undefined);
        assert.equal(dotFault(asked(path, "dot", ...depth)), undefined);
        assert.equal(mermaidFault(asked(path, "mermaid", ...depth)), undefined);
      }
    });

  it("gives a graph in which every edge leads from a node to a later one", () => {
    for (const path of samples) {
      const { nodes, edges, groups } = graph(path);
      const at = new Map<string, number>(nodes.map(({ id }: any, i: number) => [id, i]));
      const known = new Set(groups.map(({ id }: any) => id));
      assert.equal(at.size, nodes.length);
      for (const { from, to, shape } of edges) {
        assert.ok(at.get(from)! < at.get(to)!, `${path}: ${from} → ${to}`);
        assert.ok(Array.isArray(shape));
      }
      for (const one of [...nodes, ...groups]) assert.ok(one.group === null || known.has(one.group), one.id);
      // Every layer is read or is what the model gives, and none is there twice.
      const read = new Set(edges.map(({ from }: any) => from));
      assert.deepEqual(
        nodes.filter(({ id, isOutput, isTraining }: any) => !read.has(id) && !isOutput && !isTraining),
        [],
      );
    }
  });

  it("counts in nodes what the model has, however deep it looks", () => {
    for (const depth of ["0", "1", "2"]) {
      const { nodes, totals } = graph(resnet, "--depth", depth);
      const sum = nodes.reduce((all: number, { parameters }: any) => all + parameters, 0);
      assert.deepEqual([sum, totals.parameters], [11_689_512, 11_689_512]);
    }
  });

  it("opens blocks as deep as is asked for", () => {
    const overview = graph(resnet, "--depth", "0");
    assert.deepEqual(overview.groups, []);
    const block = overview.nodes.find(({ id }: any) => id === "4");
    assert.deepEqual([block.operator, block.repeats, block.look], ["Residual", 2, "block"]);
    const { nodes, groups, edges } = graph(resnet);
    assert.deepEqual(
      groups.map(({ id }: any) => id),
      ["4.0", "4.1", "5", "6", "7", "8", "9", "10"],
    );
    // The stride of row 5 brings a layer for the shortcut, which row 6 does not have.
    assert.equal(nodes.filter(({ group }: any) => group === "5").length, 9);
    assert.equal(nodes.filter(({ group }: any) => group === "6").length, 7);
    // At stride 1 the addition reads what came into the block.
    assert.deepEqual(
      edges.filter(({ to }: any) => to === "6.7").map(({ from }: any) => from),
      ["6.4", "5.8"],
    );
  });

  it("draws the same picture every time, with nothing in it that runs or is fetched", () => {
    const picture = asked(resnet, "svg");
    assert.equal(written(resnet, "svg"), picture);
    assert.doesNotMatch(
      picture.replace('xmlns="http://www.w3.org/2000/svg"', ""),
      /<script|href|https?:|@import|\son\w+=/,
    );
    for (const part of ['role="img"', "<title id=", "<desc id=", "prefers-color-scheme"])
      assert.ok(picture.includes(part));
  });

  it("leads what skips layers beside the boxes, never through them", () => {
    for (const path of samples) {
      const picture = asked(path, "svg");
      const boxes = [
        ...picture.matchAll(
          /<rect class="(?!page|frame)[\w ]+" x="(\d+)" y="([\d.]+)" width="(\d+)" height="(\d+)" rx="6"/g,
        ),
      ];
      const right = Math.max(...boxes.map(([, x, , width]) => Number(x) + Number(width)));
      assert.ok(boxes.length > 5);
      for (const [, turn] of picture.matchAll(/class="edge"[^>]* d="M[\d.]+ [\d.]+H([\d.]+)Q/g))
        assert.ok(Number(turn) > right);
      // Straight ones join neighbours.
      const tops = boxes.map(([, , y]) => Number(y)).sort((a, b) => a - b);
      for (const [, from, to] of picture.matchAll(/d="M[\d.]+ ([\d.]+)V([\d.]+)"/g))
        assert.equal(tops.filter((top) => top > Number(from) && top < Number(to)).length, 0);
    }
  });

  it("says names of the user as they are, in every form", () => {
    const net =
      'name: "<b>&\\"x"\nframework: pytorch\ninput: [1, 8, 8]\nlayers:\n  - Odd: { mode: "a<b>&\\"c#]|" }\nblocks:\n  Odd:\n    params: { mode: x }\n    layers:\n      - ReLU\n';
    within({ "a<b>&'.cnn.yaml": net }, (cwd) => {
      const out = (form: string): string =>
        convlint(["export", "a<b>&'.cnn.yaml", "--to", form, "--depth", "0"], { cwd }).out;
      const picture = out("svg");
      assert.equal(xmlFault(picture), undefined);
      assert.ok(picture.includes("a&lt;b&gt;&amp;&#39;.cnn.yaml"));
      assert.equal(dotFault(out("dot")), undefined);
      assert.equal(mermaidFault(out("mermaid")), undefined);
    });
  });

  it("draws a model with errors as far as it is known", () => {
    for (const name of readdirSync("examples/broken")
      .filter((file) => /\.ya?ml$/.test(file))
      .slice(0, 12)) {
      const { status, out } = convlint(["export", join("examples/broken", name), "--to", "svg"]);
      if (status === 0) assert.equal(xmlFault(out), undefined, name);
      else assert.equal(status, 2);
    }
  });

  it("draws sizes that are symbols, modules that nobody knows, and a model of nothing", () => {
    const odd = "input: [3, H, W]\nlayers:\n  - Conv2d: { out_channels: 8, kernel_size: 3 }\n  - Odd\n  - ReLU\n";
    within({ "a.cnn.yaml": odd, "b.cnn.yaml": "" }, (cwd) => {
      const out = (file: string, form: string): string => convlint(["export", file, "--to", form], { cwd }).out;
      assert.match(out("a.cnn.yaml", "svg"), />8 × \(H - 2\) × \(W - 2\)</);
      assert.deepEqual(JSON.parse(out("a.cnn.yaml", "json")).nodes[2].outputs, [null]);
      for (const file of ["a.cnn.yaml", "b.cnn.yaml"]) {
        assert.equal(xmlFault(out(file, "svg")), undefined);
        assert.equal(dotFault(out(file, "dot")), undefined);
        assert.equal(mermaidFault(out(file, "mermaid")), undefined);
      }
    });
  });

  it("gives the rows of the summary as CSV, and writes to a file", () => {
    assert.equal(asked(resnet, "csv"), convlint(["summary", resnet, "--format", "csv"]).out);
    within({ "a.cnn.yaml": "input: [1, 8, 8]\nlayers:\n  - ReLU\n" }, (cwd) => {
      const { status, out } = convlint(["export", "a.cnn.yaml", "--to", "dot", "--output-file", "a.dot"], { cwd });
      assert.deepEqual([status, out], [0, ""]);
      assert.equal(dotFault(readFileSync(join(cwd, "a.dot"), "utf8")), undefined);
    });
  });

  it("says in one line what it cannot do", () => {
    const said = (...args: readonly string[]): string => {
      const { status, out, err } = convlint(["export", ...args]);
      assert.deepEqual([status, out], [2, ""]);
      return err;
    };
    assert.match(
      said(resnet),
      /^convlint: export wants to know the form: --to svg, dot, mermaid, json, csv, pytorch, keras\n$/,
    );
    assert.match(
      said(resnet, "--to", "png"),
      /^convlint: --to is one of svg, dot, mermaid, json, csv, pytorch, keras, not png\n$/,
    );
    assert.match(said("--to", "svg"), /export takes one file/);
    assert.match(said("none.yaml", "--to", "svg"), /^convlint: none.yaml: there is no such file\n$/);
    assert.match(said(resnet, "--to", "svg", "--depth", "x"), /--depth is a whole number/);
    assert.match(said("package.json", "--to", "svg"), /it is no model: /);
  });
});
