/** The value below which a share of all lies. */
export const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};

export const median = values => quantile(values, 0.5);

export const spread = values => ({ p50: median(values), p99: quantile(values, 0.99) });
