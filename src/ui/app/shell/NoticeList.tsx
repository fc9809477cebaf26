import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import styles from './NoticeList.module.css';

/** Notices at the foot of the page. Errors interrupt a screen reader, the others wait their turn. */
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
          <Button label={say.common.dismiss} icon="close" shape="icon" onClick={() => notices.dismiss(notice.key)} />
        </div>
      ))}
    </div>
  );
}
