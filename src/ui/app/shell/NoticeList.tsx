import { Button } from '../../shared/controls/Button.tsx';
import { useFacet, useStore } from '../../shared/state/facet.tsx';
import styles from './shell.module.css';

/** What the page has to say, at its foot. Errors interrupt a screen reader, the rest waits its turn. */
export function NoticeList() {
  const { notices } = useFacet();
  const list = useStore(notices.list);
  return (
    <div className={styles.notices}>
      {list.map((notice) => (
        <div
          key={notice.key}
          role={notice.tone === 'error' ? 'alert' : 'status'}
          className={`${styles.notice} ${notice.tone === 'error' ? styles.noticeError : ''}`}
        >
          <span className={styles.noticeText}>{notice.text}</span>
          {notice.action !== undefined && (
            <Button
              label={notice.action.label}
              onClick={() => {
                notice.action?.run();
                notices.dismiss(notice.key);
              }}
            />
          )}
          <Button label="Dismiss" icon="close" shape="icon" onClick={() => notices.dismiss(notice.key)} />
        </div>
      ))}
    </div>
  );
}
