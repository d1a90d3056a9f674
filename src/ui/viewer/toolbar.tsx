/** @file The buttons of the viewer. Every one has its key; the light has sliders. */
import {
  Contrast,
  FlipHorizontal2,
  FlipVertical2,
  Maximize,
  RotateCcw,
  RotateCw,
  ScanEye,
  Search,
  SlidersHorizontal,
  SquareDashed,
  Undo2,
  ZoomIn,
  ZoomOut,
  type LucideIcon,
} from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Button, IconButton, join } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { isPlain, LIGHT_RANGE, type Look } from './look.ts';
import type { Tool } from './use-gestures.ts';
import { scaleOf, type Frame } from './view.ts';
import { KEY_OF, type ViewerCommand } from './viewer-keys.ts';
import css from './viewer.module.css';

interface ToolbarProps {
  readonly look: Look;
  readonly frame: Frame;
  readonly tool: Tool;
  readonly isSightWanted: boolean;
  run(command: ViewerCommand): void;
  changeLook(change: Partial<Look>): void;
  onTool(tool: Tool): void;
  onSight(): void;
}

export function Toolbar(props: ToolbarProps) {
  const { look, frame, tool, isSightWanted, run, changeLook, onTool, onSight } = props;
  const strings = useStrings().viewer;
  const [hasSliders, setHasSliders] = useState(false);
  const sliders = useId();
  const command = (name: ViewerCommand, label: string, Icon: LucideIcon) => (
    <CommandButton label={label} command={name} run={run}>
      <Icon size={19} aria-hidden />
    </CommandButton>
  );
  return (
    <div className={css.tools}>
      <div role="group" aria-label={strings.tools} className={css.buttons}>
        {command('zoom-out', strings.zoomOut, ZoomOut)}
        <output className={css.scale} aria-label={strings.size}>
          {Math.round(scaleOf(look.view, frame) * devicePixelRatio * 100)} %
        </output>
        {command('zoom-in', strings.zoomIn, ZoomIn)}
        {command('fit', strings.fit, Maximize)}
        <CommandButton label={strings.actualSize} command="actual-size" run={run}>
          <span aria-hidden>1:1</span>
        </CommandButton>
        <CommandButton
          label={strings.zoomTool}
          command="zoom-tool"
          run={run}
          isOn={tool === 'zoom'}
        >
          <Search size={19} aria-hidden />
        </CommandButton>
        {command('turn-left', strings.turnLeft, RotateCcw)}
        {command('turn-right', strings.turnRight, RotateCw)}
        {command('mirror-across', strings.mirrorAcross, FlipHorizontal2)}
        {command('mirror-over', strings.mirrorOver, FlipVertical2)}
        <CommandButton
          label={strings.invert}
          command="invert"
          run={run}
          isOn={look.isInverted}
        >
          <Contrast size={19} aria-hidden />
        </CommandButton>
        <IconButton
          label={strings.light}
          aria-expanded={hasSliders}
          aria-controls={sliders}
          className={join(hasSliders && css.on)}
          onClick={() => setHasSliders(!hasSliders)}
        >
          <SlidersHorizontal size={19} aria-hidden />
        </IconButton>
        <CommandButton
          label={strings.reset}
          command="reset"
          run={run}
          isIdle={isPlain(look)}
        >
          <Undo2 size={19} aria-hidden />
        </CommandButton>
        <div className={css.words}>
          <Button
            aria-pressed={tool === 'region'}
            className={join(tool === 'region' && css.on)}
            onClick={() => onTool(tool === 'region' ? 'pan' : 'region')}
          >
            <SquareDashed size={17} aria-hidden /> {strings.region}
          </Button>
          <Button
            aria-pressed={isSightWanted}
            className={join(isSightWanted && css.on)}
            onClick={onSight}
          >
            <ScanEye size={17} aria-hidden /> {strings.sight}
          </Button>
        </div>
      </div>
      <div id={sliders} className={css.sliders} hidden={!hasSliders}>
        <Slider
          label={strings.brightness}
          value={look.brightness}
          onValue={(brightness) => changeLook({ brightness })}
        />
        <Slider
          label={strings.contrast}
          value={look.contrast}
          onValue={(contrast) => changeLook({ contrast })}
        />
      </div>
    </div>
  );
}

interface CommandButtonProps {
  readonly label: string;
  readonly command: ViewerCommand;
  /** For what is on or off. */
  readonly isOn?: boolean;
  /** Nothing to do: it can be focused, and is grey. */
  readonly isIdle?: boolean;
  run(command: ViewerCommand): void;
  readonly children: ReactNode;
}

function CommandButton(props: CommandButtonProps) {
  const { label, command, isOn, isIdle = false, run, children } = props;
  const key = KEY_OF[command];
  return (
    <IconButton
      label={label}
      title={key === undefined ? label : `${label} (${key})`}
      aria-keyshortcuts={key === '+' ? 'Plus' : key}
      aria-pressed={isOn}
      aria-disabled={isIdle || undefined}
      className={join(isOn === true && css.on)}
      onClick={() => run(command)}
    >
      {children}
    </IconButton>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  onValue(value: number): void;
}

function Slider({ label, value, onValue }: SliderProps) {
  return (
    <label className={css.slider}>
      <span>{label}</span>
      <input
        type="range"
        {...LIGHT_RANGE}
        value={value}
        aria-valuetext={`${value} %`}
        onChange={(event) => onValue(Number(event.target.value))}
      />
      <output>{value} %</output>
    </label>
  );
}
