import { type SentencePair, turned } from '../sentences.ts';

/** What the pipeline says to a person, in English; a test holds the left side to what it says. */
export const PIPELINE_SENTENCES: readonly SentencePair[] = [
  // While it opens.
  ['Starting', 'Facet startet'],
  ['Opening the gallery', 'Die Galerie wird geöffnet'],
  ['Starting the engine', 'Die Berechnung wird vorbereitet'],
  ['Loading the network', 'Das Netz wird geladen'],
  ['Measuring the engine', 'Die Geschwindigkeit wird gemessen'],
  ['Checking what the GPU computes', 'Die Ergebnisse der GPU werden geprüft'],
  ['Compiling GPU kernels: {} of {}', 'GPU-Programme werden übersetzt: {1} von {2}'],
  ['Rearranging the stored gallery: {} of {} photos', 'Die gespeicherte Galerie wird neu geordnet: {1} von {2} Fotos'],
  [
    'Another tab has an older version of Facet open. Close or reload it.',
    'In einem anderen Tab ist eine ältere Version von Facet offen. Schließ ihn oder lade ihn neu.',
  ],
  [
    'A newer version of Facet is open in another tab. Reload this page.',
    'In einem anderen Tab ist eine neuere Version von Facet offen. Lade diese Seite neu.',
  ],
  [
    'A newer version of Facet is open in another tab. Reload this page to use it.',
    'In einem anderen Tab ist eine neuere Version von Facet offen. Lade diese Seite neu, um sie zu verwenden.',
  ],
  [
    'The stored gallery was made by a newer version of Facet than this page. Reload the page.',
    'Die gespeicherte Galerie stammt von einer neueren Version von Facet als diese Seite. Lade die Seite neu.',
  ],
  [
    'What Facet had stored in this browser was deleted while the page was open: the site data was cleared, or another page deleted it. Your photo files themselves were not touched. Reload the page and add them again.',
    'Was Facet in diesem Browser gespeichert hatte, wurde gelöscht, während die Seite offen war: Die Websitedaten wurden geleert, oder eine andere Seite hat sie gelöscht. Deine Fotodateien selbst blieben unberührt. Lade die Seite neu und füg sie noch einmal hinzu.',
  ],
  [
    'This browser does not let Facet store anything. Allow cookies and site data for this address in the browser’s settings, or leave private browsing, and reload the page.',
    'Dieser Browser lässt Facet nichts speichern. Erlaub in den Einstellungen des Browsers Cookies und Websitedaten für diese Adresse, oder verlass den privaten Modus, und lade die Seite neu.',
  ],
  // The quality.
  ['There is no file in this folder.', 'In diesem Ordner ist keine Datei.'],
  ['Facet knows none of the categories of {}: {}.', 'Facet kennt keine der Kategorien von {1}: {2}.'],
  ['None of the {} photos of {} could be read: {}', 'Keines der {1} Fotos von {2} war lesbar: {3}'],
  ['The labels name it, and it is not in the folder.', 'Die Beschriftung nennt es, aber es ist nicht in dem Ordner.'],
  [
    'There is too little to ask about yet. Add more photos first.',
    'Es gibt noch zu wenig zu fragen. Füg zuerst mehr Fotos hinzu.',
  ],
  ['These questions are no longer there. Draw new ones.', 'Diese Fragen gibt es nicht mehr. Zieh neue.'],
  // The training.
  [
    '{} has no photos to train on: all of them are in its test list.',
    '{1} enthält keine Fotos zum Trainieren: Alle stehen in der Testliste.',
  ],
  ['None of the {} photos of {} has a label.', 'Keines der {1} Fotos von {2} ist beschriftet.'],
  [
    '{} has one category alone, {}. Training needs photos of a second one to tell it from.',
    '{1} enthält nur eine Kategorie, {2}. Zum Trainieren braucht es Fotos einer zweiten, von der sie sich unterscheidet.',
  ],
  [
    '{} has too few photos: training needs two categories with at least {} photos each, better twenty.',
    '{1} enthält zu wenige Fotos: Zum Trainieren braucht es zwei Kategorien mit je mindestens {2} Fotos, besser zwanzig.',
  ],
  [
    '{} has {} categories; at most {} can be trained at a time.',
    '{1} enthält {2} Kategorien; höchstens {3} lassen sich zusammen trainieren.',
  ],
  [
    'Of the {} photos of {} only {} could be read, too few to train on.',
    'Von den {1} Fotos von {2} waren nur {3} lesbar, zu wenige zum Trainieren.',
  ],
  ['Fewer than {} photos each, so not trained: {}.', 'Je weniger als {1} Fotos und darum nicht trainiert: {2}.'],
  ['{} of {} photos were drawn: more do not fit.', '{1} von {2} Fotos wurden ausgelost: Mehr passen nicht hinein.'],
  [
    'A training runs already, here or in another tab. Pause it there first.',
    'Es läuft schon ein Training, hier oder in einem anderen Tab. Halt es dort zuerst an.',
  ],
  [
    'What this training had reached is no longer in this browser. Begin it again.',
    'Was dieses Training erreicht hatte, ist nicht mehr in diesem Browser. Beginn es noch einmal.',
  ],
  [
    'The worker that trains stopped: it may need more memory than this device has to spare. Go on to try again.',
    'Das Training ist im Hintergrund abgebrochen: Vielleicht braucht es mehr Speicher, als dieses Gerät übrig hat. Mit „Weiter“ kannst du es noch einmal versuchen.',
  ],
  [
    'These heads are no longer in this browser. Reload the page.',
    'Was du trainiert hast, ist nicht mehr in diesem Browser. Lade die Seite neu.',
  ],
  ['These heads cannot be used any more.', 'Das lässt sich nicht mehr verwenden.'],
  // The engine.
  ['chosen by hand', 'von dir gewählt'],
  ['A GPU is there and computes right', 'Es gibt eine GPU, und sie rechnet richtig'],
  ['1 thread with SIMD', '1 Thread mit SIMD'],
  ['1 thread without SIMD', '1 Thread ohne SIMD'],
  ['This browser has no WebGPU', 'Dieser Browser hat kein WebGPU'],
  ['The browser refused a WebGPU adapter', 'Der Browser verweigert den Zugriff auf die GPU'],
  ['The browser has WebGPU but gives no adapter', 'Der Browser kennt WebGPU, gibt aber keine GPU frei'],
  [
    'The only WebGPU adapter is a software one, slower than WASM',
    'WebGPU gibt es hier nur als Software, die langsamer ist als WASM',
  ],
  ["The adapter's limits are too small: {}", 'Die GPU ist zu klein: {1}'],
  ['The adapter gives no device', 'Die GPU lässt sich nicht öffnen'],
  ['The GPU computes wrong numbers ({})', 'Die GPU rechnet falsch ({1})'],
  ['The GPU computes something else. {}', 'Die GPU rechnet etwas anderes. {1}'],
  ['The GPU failed its first photo: {}', 'Die GPU ist am ersten Foto gescheitert: {1}'],
  ['The GPU failed its first computation: {}', 'Die GPU ist an der ersten Rechnung gescheitert: {1}'],
  ['The GPU failed three times. {}', 'Die GPU ist dreimal ausgefallen. {1}'],
  ['The GPU failed twice with one photo. {}', 'Die GPU ist zweimal am selben Foto gescheitert. {1}'],
  ['The GPU failed and did not come back: {}', 'Die GPU ist ausgefallen und kam nicht wieder: {1}'],
  ['The GPU failed. {}', 'Die GPU ist ausgefallen. {1}'],
  [
    'The GPU failed and is being started again. WebAssembly computes until then.',
    'Die GPU ist ausgefallen und wird neu gestartet. Bis dahin rechnet WebAssembly.',
  ],
  ['The GPU failed and was restarted. {}', 'Die GPU ist ausgefallen und wurde neu gestartet. {1}'],
  ['The GPU device was lost.', 'Die Verbindung zur GPU ist abgerissen.'],
  ['The GPU device was lost ({}): {}', 'Die Verbindung zur GPU ist abgerissen ({1}): {2}'],
  ['The GPU reported an error: {}', 'Die GPU meldet einen Fehler: {1}'],
  ['It took longer than {} seconds.', 'Es hat länger als {1} Sekunden gedauert.'],
  [
    'The background worker stopped and was started again.',
    'Der Hintergrundprozess ist stehen geblieben und wurde neu gestartet.',
  ],
  [
    'The background worker stops again and again in this browser. Reload the page, or close other tabs first.',
    'Der Hintergrundprozess bleibt in diesem Browser immer wieder stehen. Lade die Seite neu oder schließ zuerst andere Tabs.',
  ],
  [
    'The part of Facet that works in the background stopped: {}',
    'Der Teil von Facet, der im Hintergrund arbeitet, ist stehen geblieben: {1}',
  ],
  [
    'The part of Facet that works in the background could not be started.',
    'Der Teil von Facet, der im Hintergrund arbeitet, ließ sich nicht starten.',
  ],
  ['The network took longer than five minutes to load.', 'Das Laden des Netzes hat länger als fünf Minuten gedauert.'],
  [
    'The worker of the network could not be started, or stopped while it loaded.',
    'Der Prozess des Netzes ließ sich nicht starten oder blieb beim Laden stehen.',
  ],
  [
    "The model file {} could not be loaded. Is the page's own server still running?",
    'Die Modelldatei {1} ließ sich nicht laden. Läuft der Server dieser Seite noch?',
  ],
  ['The model file {} is not on the server (status {}).', 'Die Modelldatei {1} ist nicht auf dem Server (Status {2}).'],
  [
    'The worker that finds superpixels could not be started.',
    'Der Prozess, der Superpixel sucht, ließ sich nicht starten.',
  ],
  // Files that could not be read.
  ['The file is empty.', 'Die Datei ist leer.'],
  ['The file is larger than {} MB.', 'Die Datei ist größer als {1} MB.'],
  [
    'The file can no longer be read: it was moved, changed or deleted since it was chosen.',
    'Die Datei ist nicht mehr lesbar: Sie wurde verschoben, geändert oder gelöscht, seit du sie ausgewählt hast.',
  ],
  [
    'The file says that it has {} pixels. Facet reads photos of up to {} megapixels.',
    'Die Datei gibt {1} Pixel an. Facet liest Fotos bis {2} Megapixel.',
  ],
  ['This is not a photo in a format that Facet knows.', 'Das ist kein Foto in einem Format, das Facet kennt.'],
  ['This is a PDF file, not a photo.', 'Das ist eine PDF-Datei, kein Foto.'],
  ['This is a video, not a photo.', 'Das ist ein Video, kein Foto.'],
  [
    'This browser cannot read {} photos. Export it as JPEG and add that file.',
    'Dieser Browser kann keine {1}-Fotos lesen. Exportier es als JPEG und füg diese Datei hinzu.',
  ],
  [
    'The {} file is damaged or cut short, or has more pixels than this browser can open.',
    'Die {1}-Datei ist beschädigt oder unvollständig, oder sie hat mehr Pixel, als dieser Browser öffnen kann.',
  ],
  [
    'The decoder for HEIC photos could not be loaded. Try again with a network.',
    'Der Decoder für HEIC-Fotos ließ sich nicht laden. Versuch es noch einmal, wenn du Netz hast.',
  ],
  ['This browser gives no canvas of {} pixels.', 'Eine Zeichenfläche von {1} Pixeln gibt dieser Browser nicht her.'],
  ['This browser cannot draw a photo of {} pixels.', 'Ein Foto von {1} Pixeln kann dieser Browser nicht zeichnen.'],
  ['It could not be read within {} seconds.', 'Sie ließ sich nicht innerhalb von {1} Sekunden lesen.'],
  [
    'The worker that read it stopped in the middle, twice: it may need more memory than this device has to spare.',
    'Der Prozess, der sie las, blieb zweimal mittendrin stehen: Vielleicht braucht sie mehr Speicher, als dieses Gerät übrig hat.',
  ],
  [
    'The background worker stopped in the middle of it, twice: it may need more memory than this device has to spare.',
    'Der Hintergrundprozess blieb zweimal mittendrin stehen: Vielleicht braucht sie mehr Speicher, als dieses Gerät übrig hat.',
  ],
  ['The engine could not work on it: {}', 'Die Berechnung ist daran gescheitert: {1}'],
  [
    'Indexing stopped, because the engine failed on {} photos in a row: {}',
    'Die Auswertung wurde angehalten, weil die Berechnung an {1} Fotos hintereinander gescheitert ist: {2}',
  ],
  [
    'The page was reloaded since {} failed and no longer holds it. Drop the file once more.',
    'Die Seite wurde neu geladen, seit {1} gescheitert ist, und hat die Datei nicht mehr. Zieh sie noch einmal hierher.',
  ],
  // What is stored.
  [
    "There is no room left in this browser's storage for {}. Everything stored so far is kept.",
    'Im Speicher dieses Browsers ist kein Platz mehr. Alles bisher Gespeicherte bleibt.',
  ],
  ['It is too late for that. Add their files again.', 'Dafür ist es zu spät. Füg die Dateien noch einmal hinzu.'],
  [
    'No picture of this photo is stored here. Drop its file on the page to see it.',
    'Von diesem Foto ist hier kein Bild gespeichert. Zieh seine Datei auf die Seite, um es zu sehen.',
  ],
  [
    'The folder {} is no longer kept. Add it again.',
    'Der Ordner {1} ist nicht mehr vermerkt. Füge ihn noch einmal hinzu.',
  ],
  [
    'The browser no longer lets this page read {}. Allow it, or add the folder again.',
    'Der Browser lässt die Seite {1} nicht mehr lesen. Erlaube es, oder füge den Ordner noch einmal hinzu.',
  ],
  [
    'The folder {} is not there, or a part of it cannot be read. Is its disk connected?',
    'Der Ordner {1} ist nicht da, oder ein Teil davon lässt sich nicht lesen. Ist sein Laufwerk angeschlossen?',
  ],
  ['This photo is no longer in the gallery.', 'Dieses Foto ist nicht mehr in der Galerie.'],
  // The index file.
  [
    'Every photo was indexed by an older version. Drop their files again first.',
    'Alle Fotos stammen aus einer älteren Version. Zieh zuerst ihre Dateien noch einmal hierher.',
  ],
  ['The export was cancelled.', 'Der Export wurde abgebrochen.'],
  [
    'The import was cancelled. What was imported so far is kept.',
    'Der Import wurde abgebrochen. Was schon importiert ist, bleibt.',
  ],
  [
    'This index was made by the model {}, and this page works with {}. Codes of two models cannot be compared, so nothing was imported. Add the photos themselves instead.',
    'Dieser Index stammt vom Modell {1}, und diese Seite arbeitet mit {2}. Codes zweier Modelle lassen sich nicht vergleichen, darum wurde nichts importiert. Füg stattdessen die Fotos selbst hinzu.',
  ],
  [
    "This browser's storage was full after {} of {} photos. They stay in the gallery. Make room and import the same file again: it goes on with the others.",
    'Nach {1} von {2} Fotos war der Speicher dieses Browsers voll. Sie bleiben in der Galerie. Schaff Platz und importier dieselbe Datei noch einmal: Dann geht es mit den anderen weiter.',
  ],
  [
    'The import needs about {}, and this browser has {} left for Facet. Nothing was imported. Make room on the disk, or remove larger pictures in the settings, and import the file again.',
    'Der Import braucht etwa {1}, und dieser Browser hat noch {2} für Facet. Es wurde nichts importiert. Schaff Platz auf der Festplatte oder entfern in den Einstellungen größere Bilder, und importier die Datei noch einmal.',
  ],
  [
    'The index file can no longer be read: it was moved, changed or deleted since it was chosen.',
    'Die Indexdatei ist nicht mehr lesbar: Sie wurde verschoben, geändert oder gelöscht, seit du sie ausgewählt hast.',
  ],
  [
    'The index file has format version {}; this page reads versions {} and {}.',
    'Die Indexdatei hat die Formatversion {1}; diese Seite liest die Versionen {2} und {3}.',
  ],
  // Teaching.
  [
    'The network in use cannot be taught. Choose another one in the settings.',
    'Dem Netz, das in Gebrauch ist, lässt sich nichts beibringen. Wähl in den Einstellungen ein anderes.',
  ],
  ['Choose at least one photo that shows it.', 'Wähl mindestens ein Foto, das es zeigt.'],
  [
    'These photos were indexed before Facet could be taught. Drop their files again first.',
    'Diese Fotos wurden ausgewertet, bevor Facet etwas lernen konnte. Füg ihre Dateien zuerst noch einmal hinzu.',
  ],
  [
    'There are no other photos to tell these from. Add more photos first.',
    'Es gibt keine anderen Fotos, von denen sich diese unterscheiden ließen. Füg zuerst mehr Fotos hinzu.',
  ],
  ['This category has been forgotten meanwhile.', 'Diese Kategorie wurde inzwischen vergessen.'],
  ['Give it a name first.', 'Gib ihm zuerst einen Namen.'],
  [
    'There is a category “{}” already. Choose another name.',
    'Es gibt schon eine Kategorie „{1}“. Wähl einen anderen Namen.',
  ],
  ['It is too late for that.', 'Dafür ist es zu spät.'],
  ['No category is in this file.', 'In dieser Datei ist keine Kategorie.'],
  [
    '“{}” was taught to another network, so it cannot be used with this one.',
    '„{1}“ hat ein anderes Netz gelernt und lässt sich mit diesem nicht verwenden.',
  ],
  ['This is not a file of taught categories.', 'Das ist keine Datei mit gelernten Kategorien.'],
  [
    'This file was made by a newer version of Facet. Reload the page.',
    'Diese Datei stammt von einer neueren Version von Facet. Lade die Seite neu.',
  ],
  ['The file of taught categories is damaged.', 'Die Datei mit den gelernten Kategorien ist beschädigt.'],
  // Networks.
  [
    'The weights of GoogLeNet are no longer in this browser. Reload the page.',
    'Die Gewichte von GoogLeNet sind nicht mehr in diesem Browser. Lade die Seite neu.',
  ],
  [
    'This network needs GoogLeNet’s weights. Bring the file first.',
    'Dieses Netz braucht die Gewichte von GoogLeNet. Bring zuerst die Datei mit.',
  ],
  [
    '{} holds weights of GoogLeNet, but not those that Facet was taught with, BVLC’s of 2014 (bvlc_googlenet). With others its answers would mean nothing.',
    '{1} enthält Gewichte von GoogLeNet, aber nicht die, mit denen Facet gelernt hat, die von BVLC aus dem Jahr 2014 (bvlc_googlenet). Mit anderen wären seine Antworten bedeutungslos.',
  ],
  [
    'Photos are being added. Change the network when they are done, or stop them first.',
    'Gerade werden Fotos hinzugefügt. Wechsle das Netz, wenn sie fertig sind, oder brich vorher ab.',
  ],
];

export const pipeline = turned(PIPELINE_SENTENCES);
