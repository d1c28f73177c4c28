// The rep's microphone: asked for when it is first needed, let go as soon as it is not.
import worklet from './capture.worklet.ts?worker&url';

export class Microphone {
  private stream: MediaStream | null = null;
  private context: AudioContext | null = null;

  constructor(private readonly onSound: (sound: ArrayBuffer) => void) {}

  get open(): boolean {
    return this.stream !== null;
  }

  /** Throws when the browser or the person does not give it. */
  async start(): Promise<void> {
    if (this.stream) return;
    const audio = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    const stream = await navigator.mediaDevices.getUserMedia({ audio });
    const context = new AudioContext({ latencyHint: 'interactive' });
    await context.audioWorklet.addModule(worklet);
    const capture = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0 });
    capture.port.onmessage = (message) => this.onSound(message.data as ArrayBuffer);
    context.createMediaStreamSource(stream).connect(capture);
    this.stream = stream;
    this.context = context;
  }

  stop(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    void this.context?.close();
    this.stream = this.context = null;
  }
}
