/**
 * @file The checkpoint's chat template: how a conversation becomes one string.
 *
 * Templates are Jinja. Newer checkpoints keep theirs in `chat_template.jinja`,
 * older ones in `chat_template.json` or inside `tokenizer_config.json`.
 */
import { Template } from '@huggingface/jinja';
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';

/** A message as templates know it. A text-only message is a string: every template takes that. */
export interface TemplateMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content:
    | string
    | readonly (
        | { readonly type: 'text'; readonly text: string }
        | { readonly type: 'image' }
      )[];
}

/**
 * ChatML with images, as Qwen2.5-VL's template renders it, for checkpoints that
 * bring none (GGUF files often do not).
 */
export const CHATML_TEMPLATE = `
{%- if messages[0].role != 'system' -%}
  {{- '<|im_start|>system\\nYou are a helpful assistant.<|im_end|>\\n' -}}
{%- endif -%}
{%- for message in messages -%}
  {{- '<|im_start|>' + message.role + '\\n' -}}
  {%- if message.content is string -%}
    {{- message.content -}}
  {%- else -%}
    {%- for part in message.content -%}
      {{- '<|vision_start|><|image_pad|><|vision_end|>' if part.type == 'image' else part.text -}}
    {%- endfor -%}
  {%- endif -%}
  {{- '<|im_end|>\\n' -}}
{%- endfor -%}
{%- if add_generation_prompt -%}
  {{- '<|im_start|>assistant\\n' -}}
{%- endif -%}
`;

const Token = v.nullish(v.union([v.string(), v.object({ content: v.string() })]));
const TokenizerConfig = v.object({
  chat_template: v.nullish(
    v.union([
      v.string(),
      v.array(v.object({ name: v.string(), template: v.string() })),
    ]),
  ),
  bos_token: Token,
  eos_token: Token,
});

/** The texts a checkpoint folder may hold a template in; leave out what it lacks. */
export interface TemplateFiles {
  /** `chat_template.jinja` */
  readonly jinja?: string | undefined;
  /** `chat_template.json`, parsed */
  readonly json?: unknown;
  /** `tokenizer_config.json`, parsed */
  readonly tokenizerConfig?: unknown;
}

export class ChatTemplate {
  readonly #template: Template;
  readonly #specials: { readonly bos_token: string; readonly eos_token: string };

  constructor(source: string, specials = { bos_token: '', eos_token: '' }) {
    try {
      this.#template = new Template(source);
    } catch (cause) {
      throw badTemplate(cause);
    }
    this.#specials = specials;
  }

  /** The conversation as one string that ends where the assistant is to speak. */
  render(messages: readonly TemplateMessage[]): string {
    try {
      return this.#template.render({
        ...this.#specials,
        messages,
        add_generation_prompt: true,
        add_vision_id: false,
      });
    } catch (cause) {
      throw badTemplate(cause);
    }
  }
}

/**
 * Reads the template of a checkpoint; without one, `CHATML_TEMPLATE`.
 *
 * @throws AssistantError `bad-data` when the template cannot be parsed
 */
export function readChatTemplate({
  jinja,
  json,
  tokenizerConfig,
}: TemplateFiles): ChatTemplate {
  const config = v.safeParse(TokenizerConfig, tokenizerConfig ?? {});
  const inside = v.safeParse(v.object({ chat_template: v.string() }), json);
  const settings = config.success ? config.output : {};
  const source =
    jinja ??
    (inside.success ? inside.output.chat_template : undefined) ??
    defaultOf(settings.chat_template) ??
    CHATML_TEMPLATE;
  return new ChatTemplate(source, {
    bos_token: spelling(settings.bos_token),
    eos_token: spelling(settings.eos_token),
  });
}

type TokenizerSettings = v.InferOutput<typeof TokenizerConfig>;

function defaultOf(template: TokenizerSettings['chat_template']): string | undefined {
  if (typeof template === 'string') return template;
  return template?.find(({ name }) => name === 'default')?.template;
}

function spelling(token: TokenizerSettings['bos_token']): string {
  return typeof token === 'string' ? token : (token?.content ?? '');
}

function badTemplate(cause: unknown) {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new AssistantError(
    'bad-data',
    `The checkpoint's chat template fails: ${why}. Fetch or convert the checkpoint again.`,
    { path: 'chat_template' },
    { cause },
  );
}
