/** @file The buttons of the viewer. Every one has its key; the light has sliders. */
import {
  CaretsToAxisDashedHorizontal,
  CaretsToAxisDashedVertical,
  Contrast,
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
import { CommandButton } from './command-button.tsx';
import { LightSliders } from './light-sliders.tsx';
import { isPlain, type Look } from './look.ts';
import type { Tool } from './use-gestures.ts';
import { scaleOf, type Frame } from './view.ts';
import type { ViewerCommand } from './viewer-keys.ts';
import css from './viewer.module.css';

interface ToolbarProps {
  readonly look: Look;
  readonly frame: Frame;
  readonly tool: Tool;
  readonly isSightWanted: boolean;
  run(command: ViewerCommand): void;
  changeLook(change: Partial<Look>): void;
  onRegion(): void;
  onSight(): void;
}

export function Toolbar(props: ToolbarProps) {
  const { look, tool, isSightWanted, changeLook, onRegion, onSight } = props;
  const strings = useStrings().viewer;
  const [hasSliders, setHasSliders] = useState(false);
  const sliders = useId();
  return (
    <div className={css.tools}>
      <div role="group" aria-label={strings.tools} className={css.buttons}>
        <SizeButtons {...props} />
        <LyingButtons {...props} />
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
          run={props.run}
          isIdle={isPlain(look)}
        >
          <Undo2 size={19} aria-hidden />
        </CommandButton>
        <div className={css.words}>
          <Switch isOn={tool === 'region'} onToggle={onRegion} Icon={SquareDashed}>
            {strings.region}
          </Switch>
          <Switch isOn={isSightWanted} onToggle={onSight} Icon={ScanEye}>
            {strings.sight}
          </Switch>
        </div>
      </div>
      <LightSliders
        id={sliders}
        isShown={hasSliders}
        look={look}
        changeLook={changeLook}
      />
    </div>
  );
}

function SizeButtons({ look, frame, tool, run }: ToolbarProps) {
  const strings = useStrings().viewer;
  const percent = Math.round(scaleOf(look.view, frame) * devicePixelRatio * 100);
  return (
    <>
      <CommandButton label={strings.zoomOut} command="zoom-out" run={run}>
        <ZoomOut size={19} aria-hidden />
      </CommandButton>
      <output className={css.scale} aria-label={strings.size}>
        {percent} %
      </output>
      <CommandButton label={strings.zoomIn} command="zoom-in" run={run}>
        <ZoomIn size={19} aria-hidden />
      </CommandButton>
      <CommandButton label={strings.fit} command="fit" run={run}>
        <Maximize size={19} aria-hidden />
      </CommandButton>
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
    </>
  );
}

function LyingButtons({ look, run }: ToolbarProps) {
  const strings = useStrings().viewer;
  return (
    <>
      <CommandButton label={strings.turnLeft} command="turn-left" run={run}>
        <RotateCcw size={19} aria-hidden />
      </CommandButton>
      <CommandButton label={strings.turnRight} command="turn-right" run={run}>
        <RotateCw size={19} aria-hidden />
      </CommandButton>
      <CommandButton label={strings.mirrorAcross} command="mirror-across" run={run}>
        <CaretsToAxisDashedVertical size={19} aria-hidden />
      </CommandButton>
      <CommandButton label={strings.mirrorOver} command="mirror-over" run={run}>
        <CaretsToAxisDashedHorizontal size={19} aria-hidden />
      </CommandButton>
      <CommandButton
        label={strings.invert}
        command="invert"
        run={run}
        isOn={look.isInverted}
      >
        <Contrast size={19} aria-hidden />
      </CommandButton>
    </>
  );
}

interface SwitchProps {
  readonly isOn: boolean;
  readonly Icon: LucideIcon;
  onToggle(): void;
  readonly children: ReactNode;
}

function Switch({ isOn, Icon, onToggle, children }: SwitchProps) {
  return (
    <Button aria-pressed={isOn} className={join(isOn && css.on)} onClick={onToggle}>
      <Icon size={17} aria-hidden /> {children}
    </Button>
  );
}
