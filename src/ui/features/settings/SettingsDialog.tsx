import { Dialog } from '../../shared/controls/Dialog.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { AboutSection } from './AboutSection.tsx';
import { EngineSection } from './EngineSection.tsx';
import { PrivacySection } from './PrivacySection.tsx';
import { StorageSection } from './StorageSection.tsx';

export function SettingsDialog() {
  const { router } = useFacet();
  return (
    <Dialog title="Settings" onClose={() => router.close()}>
      <EngineSection />
      <StorageSection />
      <PrivacySection />
      <AboutSection />
    </Dialog>
  );
}
