// What a person sees who opens a class of PyTorch in a file of Python: squiggle, hints, lens, hover, status and fix.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hoverOver, hoverOverStatus, linesOf, offeredAt, open } from "../hands.mjs";

const program = `import torch
from torch import nn


class Digits(nn.Module):
    def __init__(self, classes=10):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 5)
        self.conv2 = nn.Conv2d(16, 32, 5)
        self.pool = nn.MaxPool2d(2)
        self.fc = nn.Linear(32 * 5 * 5, classes)

    def forward(self, x):
        x = self.pool(torch.relu(self.conv1(x)))
        x = self.pool(torch.relu(self.conv2(x)))
        return self.fc(torch.flatten(x, 1))


model = Digits()
print(model(torch.randn(1, 1, 28, 28)).shape)
`;

/** For README, where pictures are larger than beside a step of the walkthrough. */
const large = { most: 24_000, colours: 64 };

export async function python({ page, folder, step, cut, inThemes }) {
  const line = (text) => linesOf(page).filter({ hasText: text }).first();

  await step("a wrong number of a class is underlined, shapes stand behind calls, and totals above it", async () => {
    await writeFile(join(folder, "digits.py"), program);
    await open(page, "digits.py");
    await page.locator(".squiggly-error").first().waitFor();
    await line("→ [16, 12, 12]").waitFor();
    await page.locator(".codelens-decoration", { hasText: "parameters" }).first().waitFor();
    await inThemes("python", line("→ [16, 12, 12]"));
    await cut("docs/images/python.png", { x: 0, y: 139, width: 740, height: 329 }, large);
  });

  await step("a hover tells of a layer", async () => {
    await inThemes("python-hover", await hoverOver(page, "Conv2d", "receptive field", /conv2\s=/));
    await page.keyboard.press("Escape");
  });

  await step("the status tells the totals", async () => {
    await inThemes("python-status", await hoverOverStatus(page));
    await page.mouse.move(600, 500);
  });

  await step("a fix is offered and made", async () => {
    await inThemes("python-fix", await offeredAt(page, "Linear", "Set in_features to 32 * 4 * 4", /fc\s=/));
    await page.keyboard.press("Enter");
    await line("nn.Linear(32 * 4 * 4, classes)").waitFor();
    await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
  });
}
