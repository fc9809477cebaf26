import { lazy, Suspense } from 'react';
import { Dialog } from '../../shared/controls/Dialog.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { EngineSection } from './EngineSection.tsx';
import { NetworkSection } from './NetworkSection.tsx';
import { PrivacySection } from './PrivacySection.tsx';
import { QualitySection } from './QualitySection.tsx';
import { StorageSection } from './StorageSection.tsx';

const TaughtSection = lazy(async () => ({ default: (await import('./TaughtSection.tsx')).TaughtSection }));

export function SettingsDialog() {
  const { router } = useFacet();
  return (
    <Dialog title={say.common.settings} onClose={() => router.close()}>
      <AppearanceSection />
      <EngineSection />
      <NetworkSection />
      <Suspense>
        <TaughtSection />
      </Suspense>
      <QualitySection />
      <StorageSection />
      <PrivacySection />
      <AboutSection />
    </Dialog>
  );
}
