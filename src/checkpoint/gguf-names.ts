/** @file GGUF's tensor names and the hub's. */

const WHOLE: Readonly<Record<string, string>> = {
  'token_embd.weight': 'model.embed_tokens.weight',
  'output_norm.weight': 'model.norm.weight',
  'output.weight': 'lm_head.weight',
};

const IN_LAYER: Readonly<Record<string, string>> = {
  attn_norm: 'input_layernorm',
  attn_q: 'self_attn.q_proj',
  attn_k: 'self_attn.k_proj',
  attn_v: 'self_attn.v_proj',
  attn_output: 'self_attn.o_proj',
  ffn_norm: 'post_attention_layernorm',
  ffn_gate: 'mlp.gate_proj',
  ffn_up: 'mlp.up_proj',
  ffn_down: 'mlp.down_proj',
};

/** The hub's name of a GGUF tensor; one we do not know keeps its own. */
export function hubName(name: string): string {
  const whole = WHOLE[name];
  if (whole !== undefined) return whole;
  const [, layer, part, kind] = /^blk\.(\d+)\.(\w+)\.(weight|bias)$/.exec(name) ?? [];
  const hub = part === undefined ? undefined : IN_LAYER[part];
  return hub === undefined ? name : `model.layers.${layer}.${hub}.${kind}`;
}
