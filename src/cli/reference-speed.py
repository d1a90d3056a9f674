"""Speed of transformers' own Llama on the CPU, on a network of SmolLM2-135M's shape.

Prints one line of JSON. The weights are random, which costs the same time.
Usage: reference-speed.py THREADS PROMPT_TOKENS NEW_TOKENS
"""
import json
import sys
import time

import torch
import transformers

threads, prompt_tokens, new_tokens = map(int, sys.argv[1:4])
torch.set_num_threads(threads)
config = transformers.LlamaConfig(
    hidden_size=576,
    intermediate_size=1536,
    num_hidden_layers=30,
    num_attention_heads=9,
    num_key_value_heads=3,
    vocab_size=49152,
    tie_word_embeddings=True,
)
model = transformers.LlamaForCausalLM(config).eval()


@torch.inference_mode()
def run():
    ids = torch.randint(1000, 40000, (1, prompt_tokens))
    start = time.perf_counter()
    out = model(ids, use_cache=True, logits_to_keep=1)
    prefilled = time.perf_counter()
    for _ in range(new_tokens):
        token = out.logits[:, -1:].argmax(-1)
        out = model(token, past_key_values=out.past_key_values, use_cache=True)
    end = time.perf_counter()
    return prompt_tokens / (prefilled - start), new_tokens / (end - prefilled)


run()
runs = [run() for _ in range(3)]
print(json.dumps({
    "what": f"transformers {transformers.__version__}, PyTorch {torch.__version__}, f32",
    "prefill": sorted(it[0] for it in runs)[1],
    "decode": sorted(it[1] for it in runs)[1],
}))
