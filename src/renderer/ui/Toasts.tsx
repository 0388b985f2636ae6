import { type Message, unsay, useMessages } from '../state/messages.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './Toasts.module.css';

function Toast({ message }: { readonly message: Message }) {
  return (
    <div
      className={styles.toast}
      data-kind={message.kind}
      role={message.kind === 'error' ? 'alert' : 'status'}
    >
      <Icon name={message.kind} className={styles.icon} />
      <p className={styles.text}>{message.text}</p>
      {message.ways.map((way) => (
        <Button
          key={way.label}
          look="link"
          onClick={() => {
            unsay(message.id);
            way.run();
          }}
        >
          {way.label}
        </Button>
      ))}
      <IconButton icon="close" label="Close this message" onClick={() => unsay(message.id)} />
    </div>
  );
}

/** What is being said to the person, above the status line; at the top while a dialog has its buttons there. */
export function Toasts() {
  const messages = useMessages((state) => state.messages);
  return (
    // Each message is live by its role; the attribute keeps them from being hidden behind a dialog.
    <section className={styles.toasts} aria-label="Messages" aria-live="off" data-messages>
      {messages.map((message) => (
        <Toast key={message.id} message={message} />
      ))}
    </section>
  );
}
