import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { Place } from "../core/format";
import type { Param } from "../core/param";
import { parameterOf } from "../core/vocabulary";

/** The format says where one is, the vocabulary what fits there. */
export function completion(place: Place): CompletionItem[] {
  const { spellings } = place.vocabulary;
  switch (place.kind) {
    case "op":
      return [
        ...place.more.map((label) => ({ label, kind: CompletionItemKind.Struct })),
        ...[...spellings].map(([label, { op }]) => ({
          label,
          kind: CompletionItemKind.Class,
          documentation: op.summary,
        })),
      ];
    case "arg-name": {
      const spelling = spellings.get(place.op);
      return (spelling?.order ?? [])
        .filter((word) => !place.given.includes(word))
        .map((label) => {
          const param: Param<unknown> | undefined = spelling!.op.params[parameterOf(spelling!, label) ?? ""];
          return {
            label,
            kind: CompletionItemKind.Property,
            ...(param && { detail: param.type.label, documentation: param.doc }),
          };
        });
    }
    case "arg-value": {
      const spelling = spellings.get(place.op);
      const param: Param<unknown> | undefined = spelling?.op.params[parameterOf(spelling, place.arg) ?? ""];
      return (param?.type.suggest ?? []).map((label) => ({ label, kind: CompletionItemKind.Value }));
    }
    case "from":
      return place.layers.map(({ name, op }) => ({ label: name, detail: op, kind: CompletionItemKind.Reference }));
  }
}
