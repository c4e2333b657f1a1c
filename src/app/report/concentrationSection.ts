import type { ConcentrationGroup, EngineMethods } from "#src/engine/protocol.ts";

/** How outstanding is spread over the lenders who hold it, of all and by channel and product; shares are of one. */
export async function concentrationSection(methods: EngineMethods) {
  const filter = { products: [], channels: [] };
  const { total, byChannel, byProduct } = await methods.concentration({ filter, byProducts: true });
  return {
    ...figuresOf(total),
    byChannel: byChannel.map((group) => ({ channel: group.name, ...figuresOf(group) })),
    byProduct: (byProduct ?? []).map((group) => ({ product: group.name, ...figuresOf(group) })),
  };
}

function figuresOf(group: ConcentrationGroup) {
  const { lenders, balance, topTenShare, topPercentShare, herfindahl, gini, effectiveLenders } = group;
  return { lenders, balance, topTenShare, topPercentShare, herfindahl, gini, effectiveLenders };
}
