<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>leadway::AboutDialog</name>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Qt belongs to its authors and is used under the LGPL, version 3. It is linked dynamically: you may put another build of the same version in its place. The text of the licence is at %1, Qt and its sources are at %2.</source>
        <translation>Qt es de sus autores y se usa bajo la LGPL, versión 3. Se enlaza de forma dinámica: puede poner en su lugar otra compilación de la misma versión. El texto de la licencia está en %1; Qt y su código fuente, en %2.</translation>
    </message>
    <message>
        <source>About Leadway Message Exporter</source>
        <translation>Acerca de Leadway Message Exporter</translation>
    </message>
    <message>
        <source>Leadway Message Exporter %1</source>
        <translation>Leadway Message Exporter %1</translation>
    </message>
    <message>
        <source>Saves the messages of a Leadway account in a file. Nothing is sent anywhere else.</source>
        <translation>Guarda los mensajes de una cuenta de Leadway en un archivo. No se envía nada a ningún otro sitio.</translation>
    </message>
    <message>
        <source>Libraries and licences</source>
        <translation>Bibliotecas y licencias</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>De qué está hecho</translation>
    </message>
    <message>
        <source>Licence of this program</source>
        <translation>Licencia de este programa</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
</context>
<context>
    <name>leadway::AccountForm</name>
    <message>
        <source>&amp;Location</source>
        <translation>&amp;Ubicación</translation>
    </message>
    <message>
        <source>Paste any Leadway link, or the location id</source>
        <translation>Pegue un enlace de Leadway o el ID</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>&amp;Name for this account</source>
        <translation>&amp;Nombre para esta cuenta</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>Avan&amp;zado</translation>
    </message>
    <message>
        <source>Serve&amp;r</source>
        <translation>Se&amp;rvidor</translation>
    </message>
    <message>
        <source>API versi&amp;on</source>
        <translation>Ver&amp;sión de la API</translation>
    </message>
    <message>
        <source>Paste the token.</source>
        <translation>Pegue el token.</translation>
    </message>
    <message>
        <source>A token has no spaces or accents.</source>
        <translation>Un token no lleva espacios ni acentos.</translation>
    </message>
    <message>
        <source>The address must begin with https://</source>
        <translation>La dirección debe empezar por https://</translation>
    </message>
    <message>
        <source>A version looks like 2021-07-28.</source>
        <translation>Una versión es como 2021-07-28.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, what to do</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Id found in the link</source>
        <translation>ID hallado en el enlace</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>Mostrar el token</translation>
    </message>
    <message>
        <source>Saved; paste another to replace it</source>
        <translation>Guardado; pegue otro para cambiarlo</translation>
    </message>
    <message>
        <source>The saved token belongs to the other server. Paste it again.</source>
        <translation>El token guardado es del otro servidor. Péguelo de nuevo.</translation>
    </message>
    <message>
        <source>Kept in this computer’s password store, never in a file.</source>
        <translation>Se guarda en el almacén de contraseñas del equipo, nunca en un archivo.</translation>
    </message>
</context>
<context>
    <name>leadway::AccountHelp</name>
    <message>
        <source>Where to find them</source>
        <translation>Dónde encontrarlos</translation>
    </message>
    <message>
        <source>1   Location</source>
        <translation>1   Ubicación</translation>
    </message>
    <message>
        <source>Open Leadway in your browser and copy the whole address at the top. That is enough.</source>
        <translation>Abra Leadway en el navegador y copie la dirección entera de arriba. Con eso basta.</translation>
    </message>
    <message>
        <source>2   Token</source>
        <translation>2   Token</translation>
    </message>
    <message>
        <source>In Leadway open Settings › Private Integrations › Create new integration. Tick the box below, create it and copy the token. It begins with pit-.</source>
        <translation>En Leadway abra Settings › Private Integrations › Create new integration. Marque la casilla de abajo, cree la integración y copie el token. Empieza por pit-.</translation>
    </message>
    <message>
        <source>Location and token</source>
        <translation>Ubicación y token</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>leadway::AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>&amp;Añadir…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Quitar…</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Remove “%1” from this computer?</source>
        <translation>¿Quitar «%1» de este equipo?</translation>
    </message>
    <message>
        <source>Its token and what was fetched for unfinished exports are deleted too. The files that you saved stay.</source>
        <translation>También se borran su token y lo descargado para exportaciones sin terminar. Los archivos que guardó se quedan.</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Conservar</translation>
    </message>
    <message>
        <source>Testing the account…</source>
        <translation>Probando la cuenta…</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Funciona.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Save what you changed?</source>
        <translation>¿Guardar los cambios?</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>&amp;Go back</source>
        <translation>&amp;Volver</translation>
    </message>
    <message>
        <source>An export of this account is running</source>
        <translation>Hay una exportación de esta cuenta en marcha</translation>
    </message>
</context>
<context>
    <name>leadway::ActionButtons</name>
    <message>
        <source>Cancel…</source>
        <translation>Cancelar…</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Abrir archivo</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Ver en la carpeta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Enter a new token…</source>
        <translation>Poner otro token…</translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation>Editar cuenta…</translation>
    </message>
    <message>
        <source>Save under another name…</source>
        <translation>Guardar con otro nombre…</translation>
    </message>
    <message>
        <source>Save somewhere else…</source>
        <translation>Guardar en otro sitio…</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Save what there is…</source>
        <translation>Guardar lo que hay…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>How to get one</source>
        <translation>Cómo obtenerlo</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Other format…</source>
        <translation>Otro formato…</translation>
    </message>
    <message>
        <source>Saves the same messages in one more file, without fetching them again</source>
        <translation>Guarda los mismos mensajes en otro archivo, sin descargarlos de nuevo</translation>
    </message>
</context>
<context>
    <name>leadway::Cli</name>
    <message>
        <source>The sample data could not be started.</source>
        <translation>No se han podido iniciar los datos de ejemplo.</translation>
    </message>
    <message>
        <source>There is no token. Put it into the environment variable LEADWAY_TOKEN, or use --token-stdin.</source>
        <translation>Falta el token. Póngalo en la variable de entorno LEADWAY_TOKEN o use --token-stdin.</translation>
    </message>
    <message>
        <source>That is not a token: it holds spaces or other characters that tokens do not have. Copy it again.</source>
        <translation>Eso no es un token: contiene espacios u otros caracteres que los tokens no tienen. Cópielo otra vez.</translation>
    </message>
    <message>
        <source>“%1” is not a value for --%2. Possible: %3.</source>
        <translation>«%1» no es un valor para --%2. Posibles: %3.</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>un número de %1 a %2</translation>
    </message>
    <message>
        <source>an address that begins with https://</source>
        <translation>una dirección que empiece por https://</translation>
    </message>
    <message>
        <source>The account (location) id; it is in the address of any Leadway page.</source>
        <translation>El ID de la cuenta (ubicación); está en la dirección de cualquier página de Leadway.</translation>
    </message>
    <message>
        <source>all, no-email, or some of SMS,Call,Email,WhatsApp,Instagram,Facebook,Other.</source>
        <translation>all (todos), no-email (sin correo) o algunos de SMS,Call,Email,WhatsApp,Instagram,Facebook,Other.</translation>
    </message>
    <message>
        <source>Only this contact&apos;s messages.</source>
        <translation>Solo los mensajes de este contacto.</translation>
    </message>
    <message>
        <source>Only this conversation&apos;s messages.</source>
        <translation>Solo los mensajes de esta conversación.</translation>
    </message>
    <message>
        <source>First day (2025-03-31) or moment (2025-03-31T14:30:00Z), included.</source>
        <translation>Primer día (2025-03-31) o momento (2025-03-31T14:30:00Z), incluido.</translation>
    </message>
    <message>
        <source>Last day or moment, included.</source>
        <translation>Último día o momento, incluido.</translation>
    </message>
    <message>
        <source>createdAt or updatedAt. From and To always speak of createdAt.</source>
        <translation>createdAt (creación) o updatedAt (cambio). Desde y hasta se refieren siempre a createdAt.</translation>
    </message>
    <message>
        <source>asc (oldest first) or desc (newest first).</source>
        <translation>asc (primero los más antiguos) o desc (primero los más recientes).</translation>
    </message>
    <message>
        <source>Messages per request, 10 to 500.</source>
        <translation>Mensajes por petición, de 10 a 500.</translation>
    </message>
    <message>
        <source>Also write an account of the export as JSON.</source>
        <translation>Escribe además un informe de la exportación en JSON.</translation>
    </message>
    <message>
        <source>Another server.</source>
        <translation>Otro servidor.</translation>
    </message>
    <message>
        <source>The API version to ask for.</source>
        <translation>La versión de la API que se pide.</translation>
    </message>
    <message>
        <source>Read the token from standard input instead of LEADWAY_TOKEN.</source>
        <translation>Lee el token de la entrada estándar en vez de LEADWAY_TOKEN.</translation>
    </message>
    <message>
        <source>Export invented messages, without an account.</source>
        <translation>Exporta mensajes inventados, sin cuenta.</translation>
    </message>
    <message>
        <source>No progress, only errors.</source>
        <translation>Sin avance, solo errores.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Muestra esta ayuda.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Muestra la versión.</translation>
    </message>
    <message>
        <source>Saves the messages of a Leadway CRM account in a file for Excel or another program.</source>
        <translation>Guarda los mensajes de una cuenta de Leadway CRM en un archivo para Excel u otro programa.</translation>
    </message>
    <message>
        <source>“%1” is not an option. Options begin with --; see --help.</source>
        <translation>«%1» no es una opción. Las opciones empiezan por --; vea --help.</translation>
    </message>
    <message>
        <source>a version such as 2021-07-28</source>
        <translation>una versión como 2021-07-28</translation>
    </message>
    <message>
        <source>--%1 needs the name of a file.</source>
        <translation>--%1 necesita el nombre de un archivo.</translation>
    </message>
    <message>
        <source>--output and --report name the same file. Give the report another name.</source>
        <translation>--output y --report nombran el mismo archivo. Dé otro nombre al informe.</translation>
    </message>
    <message>
        <source>--account and --%1 exclude each other: a saved token goes only to the server saved with it.</source>
        <translation>--account y --%1 se excluyen: un token guardado solo va al servidor guardado con él.</translation>
    </message>
    <message>
        <source>No account is saved on this computer. Open the window and add one.</source>
        <translation>No hay ninguna cuenta guardada en este equipo. Abra la ventana y añada una.</translation>
    </message>
    <message>
        <source>There is no account “%1”. Saved: %2.</source>
        <translation>No hay ninguna cuenta «%1». Guardadas: %2.</translation>
    </message>
    <message>
        <source>An account that was saved in the window, by its name; its token comes from the keychain.</source>
        <translation>Una cuenta guardada en la ventana, por su nombre; su token viene del almacén de contraseñas.</translation>
    </message>
    <message>
        <source>How many stretches of time to fetch side by side, 1 to %1. Without it, as many as are of use.</source>
        <translation>Cuántos tramos de tiempo traer a la vez, de 1 a %1. Sin esta opción, los que sean útiles.</translation>
    </message>
    <message>
        <source>To go on from there: leadway-export --resume %1</source>
        <translation>Para seguir desde ahí: leadway-export --resume %1</translation>
    </message>
    <message>
        <source>Show the exports that were begun and not finished.</source>
        <translation>Muestra las exportaciones que quedaron sin terminar.</translation>
    </message>
    <message>
        <source>The token is taken from the environment variable LEADWAY_TOKEN or, with --token-stdin, from standard input; with --account, from the keychain where neither is given. Never write it on the command line.
Group chats and SMS review requests are never exported: Leadway does not hand them out.

Exit codes: 0 complete, 1 failed, 2 wrong usage, 3 incomplete, go on later with --resume,
4 no token, or token or location refused.
</source>
        <translation>El token se toma de la variable de entorno LEADWAY_TOKEN o, con --token-stdin, de la entrada estándar; con --account, del almacén de contraseñas si no se da ninguno. No lo escriba nunca en la línea de órdenes.
Los chats de grupo y las solicitudes de reseña por SMS no se exportan nunca: Leadway no los entrega.

Códigos de salida: 0 completo, 1 fallido, 2 uso incorrecto, 3 incompleto, siga más tarde con --resume,
4 sin token, o token o ubicación rechazados.
</translation>
    </message>
    <message>
        <source>There is no unfinished export.</source>
        <translation>No hay ninguna exportación sin terminar.</translation>
    </message>
    <message>
        <source>Several exports are unfinished. Name one after --resume:</source>
        <translation>Hay varias exportaciones sin terminar. Nombre una detrás de --resume:</translation>
    </message>
    <message>
        <source>There is no unfinished export “%1”. There are:</source>
        <translation>No hay ninguna exportación sin terminar «%1». Hay estas:</translation>
    </message>
    <message>
        <source>The account of this export is no longer saved on this computer.</source>
        <translation>La cuenta de esta exportación ya no está guardada en este equipo.</translation>
    </message>
    <message>
        <source>This export is of the account “%1”.</source>
        <translation>Esta exportación es de la cuenta «%1».</translation>
    </message>
    <message>
        <source>This export was begun without --account.</source>
        <translation>Esta exportación se empezó sin --account.</translation>
    </message>
    <message>
        <source>This export is of another account (location): %1.</source>
        <translation>Esta exportación es de otra cuenta (ubicación): %1.</translation>
    </message>
    <message>
        <source>This export was begun at another server: %1.</source>
        <translation>Esta exportación se empezó en otro servidor: %1.</translation>
    </message>
    <message>
        <source>--resume and --%1 exclude each other: what is exported was fixed when it began.</source>
        <translation>--resume y --%1 no van juntos: lo que se exporta quedó fijado al empezar.</translation>
    </message>
    <message>
        <source>an id, or without the option all</source>
        <translation>un ID, o sin la opción todos</translation>
    </message>
    <message>
        <source>--dates and --%1 exclude each other: choose one way to say which days.</source>
        <translation>--dates y --%1 se excluyen: elija una sola forma de indicar los días.</translation>
    </message>
    <message>
        <source>one word, as “delivered”, “read” or “failed”</source>
        <translation>una palabra, como «delivered», «read» o «failed»</translation>
    </message>
    <message>
        <source>words to look for</source>
        <translation>las palabras que buscar</translation>
    </message>
    <message>
        <source>In the place of --from and --to: %1.</source>
        <translation>En lugar de --from y --to: %1.</translation>
    </message>
    <message>
        <source>received or sent.</source>
        <translation>received (recibidos) o sent (enviados).</translation>
    </message>
    <message>
        <source>Only messages, or calls, of this status: %1, or another one that Leadway uses.</source>
        <translation>Solo los mensajes o llamadas con este estado: %1, u otro que use Leadway.</translation>
    </message>
    <message>
        <source>Only messages with this in their text or subject, whatever the capitals and accents; of an HTML text, in the words that can be read.</source>
        <translation>Solo los mensajes con esto en el texto o el asunto, sin distinguir mayúsculas ni acentos; si el texto es HTML, en las palabras que se leen.</translation>
    </message>
    <message>
        <source>Only messages with something attached.</source>
        <translation>Solo los mensajes con archivo adjunto.</translation>
    </message>
    <message>
        <source>simple, everything, or columns in an order of your own, such as date,contact,body. An unknown one brings the list of all.</source>
        <translation>simple, everything o columnas en el orden que desee, como date,contact,body. Con una desconocida se muestra la lista de todas.</translation>
    </message>
    <message>
        <source>Dates in UTC instead of local time.</source>
        <translation>Fechas en UTC en lugar de la hora local.</translation>
    </message>
    <message>
        <source>Spaces instead of line breaks within a cell.</source>
        <translation>Espacios en lugar de saltos de línea dentro de una celda.</translation>
    </message>
    <message>
        <source>Also a column with e-mails as they came, in HTML.</source>
        <translation>También una columna con los correos tal como llegaron, en HTML.</translation>
    </message>
    <message>
        <source>one, or a folder with one file a conversation or a month: one, conversation, month.</source>
        <translation>one (uno solo), o una carpeta con un archivo por conversación o por mes: one, conversation, month.</translation>
    </message>
    <message>
        <source>The file to write, or the folder for several (--files); one of that name is replaced once the new one is complete. Without it, a new name in this folder.</source>
        <translation>El archivo que se escribe, o la carpeta para varios (--files); si ya existe uno con ese nombre, se sustituye cuando el nuevo está completo. Sin esta opción, un nombre nuevo en esta carpeta.</translation>
    </message>
    <message>
        <source>Go on with such an export; with several, name it behind: --resume ID. --output, --format and what belongs to it may be changed.</source>
        <translation>Sigue con una de ellas; si hay varias, nómbrela detrás: --resume ID. Se pueden cambiar --output, --format y lo que corresponde a este.</translation>
    </message>
    <message>
        <source>Run an export that was saved in the window, by its name: only what is new since its last run. Nobody is asked anything, so a clock can start it.</source>
        <translation>Ejecutar una exportación guardada en la ventana, por su nombre: solo lo nuevo desde la última vez. No se pregunta nada a nadie, así que puede programarse.</translation>
    </message>
    <message>
        <source>With --saved: all of it again.</source>
        <translation>Con --saved: todo otra vez.</translation>
    </message>
    <message>
        <source>Show the saved exports.</source>
        <translation>Mostrar las exportaciones guardadas.</translation>
    </message>
    <message>
        <source>No export is saved on this computer. Open the window and tick “Keep as a saved export” when you export.</source>
        <translation>En este equipo no hay ninguna exportación guardada. Abra la ventana y marque «Conservar como exportación guardada» al exportar.</translation>
    </message>
    <message>
        <source>--all belongs to --saved NAME.</source>
        <translation>--all va con --saved NOMBRE.</translation>
    </message>
    <message>
        <source>--saved and --%1 exclude each other: what is exported was chosen when it was saved.</source>
        <translation>--saved y --%1 se excluyen: lo que se exporta se eligió al guardarla.</translation>
    </message>
    <message>
        <source>There is no saved export “%1”. Saved: %2.</source>
        <translation>No hay ninguna exportación guardada «%1». Guardadas: %2.</translation>
    </message>
    <message>
        <source>xlsx (an Excel workbook), csv (for spreadsheets), csv-exact, json, jsonl, transcript (a web page to read and print, one section a conversation) or pdf (the same on pages). Without it, what the name of the file says, else xlsx. A csv file opened with another separator than its own falls apart within its texts: no formula that calls or fetches anything comes of that, but numbers and dates may change.</source>
        <translation>xlsx (un libro de Excel), csv (para hojas de cálculo), csv-exact, json, jsonl, transcript (una página web para leer e imprimir, una sección por conversación) o pdf (lo mismo en páginas). Sin ella, lo que diga el nombre del archivo; si no dice nada, xlsx. Un archivo csv que se abre con un separador que no es el suyo se parte dentro de los textos: de ello no sale ninguna fórmula que llame o busque algo, pero pueden cambiar números y fechas.</translation>
    </message>
    <message>
        <source>This computer lacks what a PDF needs, Qt’s “offscreen” platform. --format transcript needs nothing.</source>
        <translation>A este equipo le falta lo que necesita un PDF: la plataforma «offscreen» de Qt. --format transcript no necesita nada.</translation>
    </message>
</context>
<context>
    <name>leadway::Columns</name>
    <message>
        <source>Date (%1)</source>
        <translation>Fecha (%1)</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Contact id</source>
        <translation>ID del contacto</translation>
    </message>
    <message>
        <source>Conversation id</source>
        <translation>ID de la conversación</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>Copia oculta</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Adjuntos</translation>
    </message>
    <message>
        <source>Call seconds</source>
        <translation>Segundos de llamada</translation>
    </message>
    <message>
        <source>Call status</source>
        <translation>Estado de la llamada</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>ID del usuario</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Tipo de contenido</translation>
    </message>
    <message>
        <source>Subtype</source>
        <translation>Subtipo</translation>
    </message>
    <message>
        <source>Updated (%1)</source>
        <translation>Actualizado (%1)</translation>
    </message>
    <message>
        <source>Message id</source>
        <translation>ID del mensaje</translation>
    </message>
    <message>
        <source>Alternative id</source>
        <translation>ID alternativo</translation>
    </message>
    <message>
        <source>Thread id</source>
        <translation>ID del hilo</translation>
    </message>
    <message>
        <source>E-mail message ids</source>
        <translation>ID de los correos</translation>
    </message>
    <message>
        <source>Conversation provider id</source>
        <translation>ID del proveedor</translation>
    </message>
    <message>
        <source>Chat widget id</source>
        <translation>ID del chat web</translation>
    </message>
    <message>
        <source>Location id</source>
        <translation>ID de la ubicación</translation>
    </message>
    <message>
        <source>Type number</source>
        <translation>Número de tipo</translation>
    </message>
    <message>
        <source>Type code</source>
        <translation>Código de tipo</translation>
    </message>
    <message>
        <source>Exact date (UTC)</source>
        <translation>Fecha exacta (UTC)</translation>
    </message>
    <message>
        <source>Exact update (UTC)</source>
        <translation>Actualización exacta (UTC)</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>E-mail source</source>
        <translation>HTML del correo</translation>
    </message>
</context>
<context>
    <name>leadway::ColumnsField</name>
    <message>
        <source>Columns, in the order of the file</source>
        <translation>Columnas, en el orden del archivo</translation>
    </message>
    <message>
        <source>Up</source>
        <comment>moves a column</comment>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <comment>moves a column</comment>
        <translation>Bajar</translation>
    </message>
</context>
<context>
    <name>leadway::ColumnsMenu</name>
    <message>
        <source>&amp;Usual columns</source>
        <translation>Columnas &amp;habituales</translation>
    </message>
</context>
<context>
    <name>leadway::ConversationModel</name>
    <message numerus="yes">
        <source>Show %n earlier message(s)</source>
        <translation>
            <numerusform>Mostrar %n mensaje anterior</numerusform>
            <numerusform>Mostrar %n mensajes anteriores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n later message(s)</source>
        <translation>
            <numerusform>Mostrar %n mensaje posterior</numerusform>
            <numerusform>Mostrar %n mensajes posteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>With attachments</source>
        <translation>Con archivos adjuntos</translation>
    </message>
</context>
<context>
    <name>leadway::ConversationPage</name>
    <message numerus="yes">
        <source>%n loaded message(s)</source>
        <translation>
            <numerusform>%n mensaje cargado</numerusform>
            <numerusform>%n mensajes cargados</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Conversation with %1</source>
        <translation>Conversación con %1</translation>
    </message>
</context>
<context>
    <name>leadway::CountsModel</name>
    <message>
        <source>%1 (loaded in part)</source>
        <comment>some days</comment>
        <translation>%1 (cargado en parte)</translation>
    </message>
    <message>
        <source>%1 (not loaded yet)</source>
        <comment>some days</comment>
        <translation>%1 (aún sin cargar)</translation>
    </message>
</context>
<context>
    <name>leadway::CsvWriter</name>
    <message>
        <source>… [cut]</source>
        <translation>… [cortado]</translation>
    </message>
</context>
<context>
    <name>leadway::Details</name>
    <message>
        <source>%1, received</source>
        <comment>channel of a message</comment>
        <translation>%1, recibido</translation>
    </message>
    <message>
        <source>%1, sent</source>
        <comment>channel of a message</comment>
        <translation>%1, enviado</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>how a day is written, for Qt</comment>
        <translation>dddd d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A message that cannot be understood</source>
        <translation>Un mensaje que no se puede interpretar</translation>
    </message>
    <message>
        <source>%1, received</source>
        <comment>kind of a call</comment>
        <translation>%1, recibida</translation>
    </message>
    <message>
        <source>%1, made</source>
        <comment>kind of a call</comment>
        <translation>%1, realizada</translation>
    </message>
</context>
<context>
    <name>leadway::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Todos los datos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Select a message to read it here.</source>
        <translation>Seleccione un mensaje para leerlo aquí.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
</context>
<context>
    <name>leadway::Example</name>
    <message>
        <source>Of course, tell us when.
Regards</source>
        <translation>Claro, díganos cuándo.
Saludos</translation>
    </message>
    <message>
        <source>Hello, can I come another day?</source>
        <translation>Hola, ¿puedo ir otro día?</translation>
    </message>
</context>
<context>
    <name>leadway::ExportDialog</name>
    <message>
        <source>Export messages</source>
        <translation>Exportar mensajes</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>Ca&amp;mbiar…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Save file</source>
        <translation>&amp;Guardar archivo</translation>
    </message>
    <message>
        <source>No messages match</source>
        <translation>Ningún mensaje coincide</translation>
    </message>
    <message numerus="yes">
        <source>About %1 messages</source>
        <translation>
            <numerusform>Cerca de %1 mensaje</numerusform>
            <numerusform>Unos %1 mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a name for the file.</source>
        <translation>Escriba un nombre para el archivo.</translation>
    </message>
    <message>
        <source>A file name cannot hold / \ : * ? &quot; &lt; &gt; |</source>
        <translation>El nombre no puede llevar / \ : * ? &quot; &lt; &gt; |</translation>
    </message>
    <message>
        <source>There is already a file named “%1”.</source>
        <translation>Ya existe un archivo llamado «%1».</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Reemplazar</translation>
    </message>
    <message>
        <source>&amp;Keep both</source>
        <translation>Conservar &amp;ambos</translation>
    </message>
    <message>
        <source>Folder &amp;name</source>
        <translation>&amp;Nombre de la carpeta</translation>
    </message>
    <message>
        <source>Enter a name for the folder.</source>
        <translation>Escriba un nombre para la carpeta.</translation>
    </message>
    <message>
        <source>A folder name cannot hold / \ : * ? &quot; &lt; &gt; |</source>
        <translation>El nombre de una carpeta no puede tener / \ : * ? &quot; &lt; &gt; |</translation>
    </message>
    <message>
        <source>A folder name cannot end with a dot.</source>
        <translation>El nombre de una carpeta no puede terminar en punto.</translation>
    </message>
    <message>
        <source>There is already a folder named “%1”.</source>
        <translation>Ya existe una carpeta llamada «%1».</translation>
    </message>
    <message>
        <source>&amp;Keep as a saved export</source>
        <translation>Conser&amp;var como exportación guardada</translation>
    </message>
    <message>
        <source>Name of the saved export</source>
        <translation>Nombre de la exportación guardada</translation>
    </message>
</context>
<context>
    <name>leadway::FieldModel</name>
    <message>
        <source>Field</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>leadway::FileHead</name>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>only one (…%1)</source>
        <comment>a contact</comment>
        <translation>solo uno (…%1)</translation>
    </message>
    <message>
        <source>only one (…%1)</source>
        <comment>a conversation</comment>
        <translation>solo una (…%1)</translation>
    </message>
</context>
<context>
    <name>leadway::FileName</name>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>all messages</source>
        <translation>todos los mensajes</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>mensajes</translation>
    </message>
</context>
<context>
    <name>leadway::FilterForm</name>
    <message>
        <source>&amp;Account</source>
        <translation>C&amp;uenta</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>Cuentas…</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>All &amp;messages</source>
        <translation>Todos &amp;los mensajes</translation>
    </message>
    <message>
        <source>Activity too</source>
        <translation>También la actividad</translation>
    </message>
    <message>
        <source>Onl&amp;y these:</source>
        <translation>&amp;Solo estos:</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation>Instagram</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>&amp;Dates</source>
        <translation>&amp;Fechas</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>&amp;Contact</source>
        <translation>&amp;Contacto</translation>
    </message>
    <message>
        <source>Anyone – or paste a link</source>
        <translation>Cualquiera, o pegue un enlace</translation>
    </message>
    <message>
        <source>More fi&amp;lters</source>
        <translation>Más fil&amp;tros</translation>
    </message>
    <message>
        <source>Conversat&amp;ion</source>
        <translation>Conversac&amp;ión</translation>
    </message>
    <message>
        <source>Any – or paste a link</source>
        <translation>Cualquiera, o pegue un enlace</translation>
    </message>
    <message>
        <source>Adva&amp;nced</source>
        <translation>Ava&amp;nzado</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Orden</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Primero los más recientes</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Primero los más antiguos</translation>
    </message>
    <message>
        <source>Sort &amp;by</source>
        <translation>Ordenar &amp;por</translation>
    </message>
    <message>
        <source>Date of the message</source>
        <translation>Fecha del mensaje</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Messages per re&amp;quest</source>
        <translation>Mensa&amp;jes por petición</translation>
    </message>
    <message>
        <source>&amp;Show messages</source>
        <translation>&amp;Mostrar mensajes</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>Activity, web chat and the like (%1)</source>
        <comment>the key</comment>
        <translation>Actividad, chat web y similares (%1)</translation>
    </message>
    <message>
        <source>One export at a time</source>
        <translation>Las exportaciones van de una en una</translation>
    </message>
    <message>
        <source>Sample data, nothing is real</source>
        <translation>Datos de ejemplo, nada es real</translation>
    </message>
    <message>
        <source>Id found in the link</source>
        <translation>ID hallado en el enlace</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>section, filters set in it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, both included</source>
        <translation>%1, ambos incluidos</translation>
    </message>
    <message>
        <source>For exports; the table stays in the order of dates.</source>
        <translation>Para exportar; la tabla sigue el orden de las fechas.</translation>
    </message>
    <message>
        <source>Do&amp;wnloads at the same time</source>
        <translation>Desca&amp;rgas a la vez</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Seguir sin guardar</translation>
    </message>
    <message>
        <source>Directi&amp;on</source>
        <translation>&amp;Recibidos o enviados</translation>
    </message>
    <message>
        <source>Both</source>
        <comment>received and sent</comment>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>messages</comment>
        <translation>Recibidos</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>messages</comment>
        <translation>Enviados</translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation>Estad&amp;o</translation>
    </message>
    <message>
        <source>Choose one, or type another that the table shows</source>
        <translation>Elija uno, o escriba otro que aparezca en la tabla</translation>
    </message>
    <message>
        <source>&amp;Words in the text</source>
        <translation>&amp;Palabras del texto</translation>
    </message>
    <message>
        <source>Also in the subject; capitals and accents make no difference. In e-mail, what can be read is looked through.</source>
        <translation>También en el asunto; da igual si lleva mayúsculas o acentos. En el correo se busca en lo que se lee.</translation>
    </message>
    <message>
        <source>Has somethin&amp;g attached</source>
        <translation>Con archivo ad&amp;junto</translation>
    </message>
    <message>
        <source>Id found in the link, but the link is of another location than this account.</source>
        <translation>ID hallado en el enlace, pero el enlace es de otra ubicación, no de la de esta cuenta.</translation>
    </message>
    <message>
        <source>Any</source>
        <comment>status</comment>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>This is the link of a contact, not of a conversation.</source>
        <translation>Es el enlace de un contacto, no de una conversación.</translation>
    </message>
    <message>
        <source>This is the link of a conversation, not of a contact.</source>
        <translation>Es el enlace de una conversación, no de un contacto.</translation>
    </message>
    <message>
        <source>This link is of neither a contact nor a conversation.</source>
        <translation>Este enlace no es de un contacto ni de una conversación.</translation>
    </message>
    <message>
        <source>Saved ex&amp;ports…</source>
        <translation>Exportaciones &amp;guardadas…</translation>
    </message>
</context>
<context>
    <name>leadway::FindBar</name>
    <message>
        <source>Find in these messages</source>
        <translation>Buscar en estos mensajes</translation>
    </message>
    <message>
        <source>Looks in the contacts and in what the table shows of the messages (Ctrl+F)</source>
        <translation>Busca en los contactos y en lo que la tabla muestra de los mensajes (Ctrl+F)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Clear (Esc)</source>
        <translation>Borrar (Esc)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Resultado anterior (Mayús+F3)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Resultado siguiente (F3)</translation>
    </message>
</context>
<context>
    <name>leadway::FirstStartPage</name>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Connect your Leadway account</source>
        <translation>Conecte su cuenta de Leadway</translation>
    </message>
    <message>
        <source>Once. From then on a file of your messages is two clicks away.</source>
        <translation>Una sola vez. Después tendrá sus mensajes en un archivo en dos clics.</translation>
    </message>
    <message>
        <source>Test and &amp;continue</source>
        <translation>&amp;Probar y continuar</translation>
    </message>
    <message>
        <source>Try with &amp;sample data</source>
        <translation>Usar &amp;datos de ejemplo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Testing the account…</source>
        <translation>Probando la cuenta…</translation>
    </message>
</context>
<context>
    <name>leadway::FormatForm</name>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Se&amp;parator</source>
        <translation>Se&amp;parador</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>Punto y coma ;</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>Coma ,</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulador</translation>
    </message>
    <message>
        <source>P&amp;rotect phone numbers and formulas</source>
        <translation>P&amp;roteger teléfonos y fórmulas</translation>
    </message>
    <message>
        <source>Keep line &amp;breaks</source>
        <translation>Conservar sal&amp;tos de línea</translation>
    </message>
    <message>
        <source>E-mail so&amp;urce too</source>
        <translation>También el HTML del corr&amp;eo</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>C&amp;olumnas</translation>
    </message>
    <message>
        <source>Every field as it came, dates in UTC.</source>
        <translation>Cada dato tal como llegó, con las fechas en UTC.</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Archivos</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Uno solo</translation>
    </message>
    <message>
        <source>One per conversation</source>
        <translation>Uno por conversación</translation>
    </message>
    <message>
        <source>One per month</source>
        <translation>Uno por mes</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>&amp;Horas</translation>
    </message>
    <message>
        <source>&amp;CSV for Excel</source>
        <translation>&amp;CSV para Excel</translation>
    </message>
    <message>
        <source>CSV, exact &amp;data</source>
        <translation>CSV, &amp;datos exactos</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>JSON &amp;Lines</source>
        <translation>JSON &amp;Lines</translation>
    </message>
    <message>
        <source>Tick at least one column.</source>
        <translation>Marque al menos una columna.</translation>
    </message>
    <message>
        <source>Local time (%1)</source>
        <translation>Hora local (%1)</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message numerus="yes">
        <source>Simple (%n columns)</source>
        <translation>
            <numerusform>Sencillo (%n columna)</numerusform>
            <numerusform>Sencillo (%n columnas)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything (%n columns)</source>
        <translation>
            <numerusform>Todo (%n columna)</numerusform>
            <numerusform>Todo (%n columnas)</numerusform>
        </translation>
    </message>
    <message>
        <source>My own choice</source>
        <translation>A mi manera</translation>
    </message>
    <message>
        <source>Tick columns, and drag them into order.</source>
        <translation>Marque columnas y arrástrelas para ordenarlas.</translation>
    </message>
    <message>
        <source>The file will begin like this (an example)</source>
        <translation>El archivo empezará así (un ejemplo)</translation>
    </message>
    <message>
        <source>The file will begin like this</source>
        <translation>El archivo empezará así</translation>
    </message>
    <message>
        <source>E&amp;xcel workbook</source>
        <translation>Libro de E&amp;xcel</translation>
    </message>
    <message>
        <source>Tr&amp;anscript</source>
        <translation>Tran&amp;scripción</translation>
    </message>
    <message>
        <source>PDF docum&amp;ent</source>
        <translation>Doc&amp;umento PDF</translation>
    </message>
</context>
<context>
    <name>leadway::GroupName</name>
    <message>
        <source>Conversation %1</source>
        <translation>Conversación %1</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sin fecha</translation>
    </message>
    <message>
        <source>no conversation</source>
        <translation>sin conversación</translation>
    </message>
</context>
<context>
    <name>leadway::HelpTexts</name>
    <message>
        <source>Messages.xlsx</source>
        <comment>a file&apos;s name</comment>
        <translation>Mensajes.xlsx</translation>
    </message>
    <message>
        <source>The window offers: %1</source>
        <comment>names of buttons</comment>
        <translation>La ventana ofrece: %1</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Para qué sirve</translation>
    </message>
</context>
<context>
    <name>leadway::HelpWindow</name>
    <message>
        <source>Help – Leadway Message Exporter</source>
        <translation>Ayuda – Leadway Message Exporter</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Previous one</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Previous one (%1)</source>
        <translation>Anterior (%1)</translation>
    </message>
    <message>
        <source>Next one</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next one (%1)</source>
        <translation>Siguiente (%1)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No se ha encontrado</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>places found</comment>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>leadway::JobCard</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Avance de la exportación</translation>
    </message>
    <message>
        <source>Exporting – %1</source>
        <translation>Exportando: %1</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <comment>file, folder</comment>
        <translation>%1, en %2</translation>
    </message>
    <message>
        <source>An export was not finished: %1</source>
        <translation>Quedó una exportación sin terminar: %1</translation>
    </message>
    <message>
        <source>Paused – %1</source>
        <translation>En pausa: %1</translation>
    </message>
</context>
<context>
    <name>leadway::Language</name>
    <message>
        <source>en</source>
        <comment>the code of this very language</comment>
        <translation>es</translation>
    </message>
</context>
<context>
    <name>leadway::LongWork</name>
    <message>
        <source>An export of messages is running.</source>
        <translation>Se está exportando mensajes.</translation>
    </message>
</context>
<context>
    <name>leadway::Main</name>
    <message>
        <source>Saves the messages of a Leadway account in a file.</source>
        <translation>Guarda los mensajes de una cuenta de Leadway en un archivo.</translation>
    </message>
    <message>
        <source>Open with sample data; nothing is real.</source>
        <translation>Abre con datos de ejemplo; nada es real.</translation>
    </message>
    <message>
        <source>The server&apos;s address.</source>
        <translation>La dirección del servidor.</translation>
    </message>
    <message>
        <source>The API&apos;s version.</source>
        <translation>La versión de la API.</translation>
    </message>
    <message>
        <source>The location&apos;s id.</source>
        <translation>El ID de la ubicación.</translation>
    </message>
    <message>
        <source>The language: en or es.</source>
        <translation>El idioma: en o es.</translation>
    </message>
    <message>
        <source>This computer cannot make secure connections, so only sample data works. Ask IT.</source>
        <translation>Este equipo no puede establecer conexiones seguras, así que solo funcionan los datos de ejemplo. Avise a informática.</translation>
    </message>
</context>
<context>
    <name>leadway::MainWindow</name>
    <message>
        <source>Leadway Message Exporter</source>
        <translation>Leadway Message Exporter</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Show messages</source>
        <translation>&amp;Mostrar mensajes</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>&amp;Accounts…</source>
        <translation>C&amp;uentas…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Copy the selected messages</source>
        <translation>&amp;Copiar los mensajes seleccionados</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>Copiar &amp;diagnóstico</translation>
    </message>
    <message>
        <source>&amp;About Leadway Message Exporter</source>
        <translation>&amp;Acerca de Leadway Message Exporter</translation>
    </message>
    <message>
        <source>The sample data could not be started.</source>
        <translation>No se han podido iniciar los datos de ejemplo.</translation>
    </message>
    <message>
        <source>An export is running. Discard it and close?</source>
        <translation>Hay una exportación en marcha. ¿Descartarla y cerrar?</translation>
    </message>
    <message>
        <source>Cancel the export?</source>
        <translation>¿Cancelar la exportación?</translation>
    </message>
    <message>
        <source>Nothing has been saved yet.</source>
        <translation>Todavía no se ha guardado nada.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Seguir</translation>
    </message>
    <message>
        <source>Fetching messages…</source>
        <translation>Trayendo mensajes…</translation>
    </message>
    <message>
        <source>Scroll down to load more</source>
        <translation>Desplácese para cargar más</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>&amp;Details of the message</source>
        <translation>&amp;Detalles del mensaje</translation>
    </message>
    <message>
        <source>What has come so far can be saved: the file will not hold all messages, and the program will say so.</source>
        <translation>Se puede guardar lo que ha llegado: el archivo no tendrá todos los mensajes, y el programa lo dirá.</translation>
    </message>
    <message>
        <source>&amp;Keep what I have</source>
        <translation>&amp;Guardar lo que hay</translation>
    </message>
    <message>
        <source>An export is running. Close all the same?</source>
        <translation>Hay una exportación en marcha. ¿Cerrar de todos modos?</translation>
    </message>
    <message>
        <source>What has come so far is kept: next time it can go on from there.</source>
        <translation>Lo que ha llegado se conserva: la próxima vez podrá seguir desde ahí.</translation>
    </message>
    <message>
        <source>&amp;Close, go on later</source>
        <translation>&amp;Cerrar y seguir después</translation>
    </message>
    <message>
        <source>Discard what was fetched?</source>
        <translation>¿Descartar lo descargado?</translation>
    </message>
    <message>
        <source>No file was made of it yet. It can still be fetched again from Leadway.</source>
        <translation>Aún no se ha hecho ningún archivo con ello. Siempre se puede volver a descargar de Leadway.</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Conservarlo</translation>
    </message>
    <message>
        <source>This message belongs to no conversation.</source>
        <translation>Este mensaje no pertenece a ninguna conversación.</translation>
    </message>
    <message>
        <source>Leadway has no page for this message.</source>
        <translation>Leadway no tiene una página para este mensaje.</translation>
    </message>
    <message>
        <source>Save again in another &amp;format…</source>
        <translation>Guardar en otro &amp;formato…</translation>
    </message>
    <message>
        <source>The file that was saved before stays.</source>
        <translation>El archivo guardado antes se conserva.</translation>
    </message>
    <message>
        <source>Saved ex&amp;ports…</source>
        <translation>Exportaciones &amp;guardadas…</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Resumen</translation>
    </message>
    <message>
        <source>There is no room for the overview. Make the window taller, or close the details.</source>
        <translation>No hay sitio para el resumen. Haga la ventana más alta o cierre los detalles.</translation>
    </message>
    <message>
        <source>&amp;Find in these messages</source>
        <translation>&amp;Buscar en estos mensajes</translation>
    </message>
    <message>
        <source>&amp;Next match</source>
        <translation>Resultado &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation>Resultado &amp;anterior</translation>
    </message>
    <message>
        <source>Look for a &amp;new version (this is %1)</source>
        <translation>&amp;Buscar una versión nueva (esta es la %1)</translation>
    </message>
</context>
<context>
    <name>leadway::MessageFind</name>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which match, of how many</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <comment>matches</comment>
        <translation>%1 hallados</translation>
    </message>
</context>
<context>
    <name>leadway::MessageModel</name>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>subject and text</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
</context>
<context>
    <name>leadway::MessagePage</name>
    <message>
        <source>About this message</source>
        <translation>Datos del mensaje</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Texto del mensaje</translation>
    </message>
    <message>
        <source>This message has no text.</source>
        <translation>Este mensaje no tiene texto.</translation>
    </message>
    <message>
        <source>Only this contact</source>
        <translation>Solo este contacto</translation>
    </message>
    <message>
        <source>Open in Leadway</source>
        <translation>Abrir en Leadway</translation>
    </message>
    <message>
        <source>Only this conversation</source>
        <translation>Solo esta conversación</translation>
    </message>
</context>
<context>
    <name>leadway::MessagePane</name>
    <message>
        <source>Choose your messages on the left</source>
        <translation>Elija sus mensajes a la izquierda</translation>
    </message>
    <message>
        <source>Then look with “Show messages” or save with “Export…”.</source>
        <translation>Después véalos con «Mostrar mensajes» o guárdelos con «Exportar…».</translation>
    </message>
    <message>
        <source>Fetching messages…</source>
        <translation>Trayendo mensajes…</translation>
    </message>
    <message>
        <source>No messages match</source>
        <translation>Ningún mensaje coincide</translation>
    </message>
    <message>
        <source>Try other dates or all messages.</source>
        <translation>Pruebe otras fechas o todos los mensajes.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>The filters have changed</source>
        <translation>Los filtros han cambiado</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Which columns are shown</source>
        <translation>Qué columnas se muestran</translation>
    </message>
</context>
<context>
    <name>leadway::OverviewChart</name>
    <message>
        <source>not loaded yet</source>
        <translation>aún sin cargar</translation>
    </message>
    <message>
        <source>No message has a date</source>
        <translation>Ningún mensaje tiene fecha</translation>
    </message>
    <message>
        <source>Fetching messages…</source>
        <translation>Trayendo mensajes…</translation>
    </message>
</context>
<context>
    <name>leadway::OverviewPanel</name>
    <message>
        <source>As numbers</source>
        <translation>En cifras</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Cargar todo</translation>
    </message>
    <message>
        <source>Back to “%1”</source>
        <comment>dates</comment>
        <translation>Volver a «%1»</translation>
    </message>
    <message>
        <source>How many messages</source>
        <translation>Cuántos mensajes hay</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>En imagen</translation>
    </message>
</context>
<context>
    <name>leadway::OverviewSheet</name>
    <message>
        <source>Overview</source>
        <comment>name of a sheet</comment>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Messages by channel</source>
        <comment>title of a picture</comment>
        <translation>Mensajes por canal</translation>
    </message>
</context>
<context>
    <name>leadway::Phrases</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what became of a call, and its length</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Contact %1</source>
        <translation>Contacto %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>two dates</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>leadway::Releases</name>
    <message>
        <source>A new version</source>
        <translation>Una versión nueva</translation>
    </message>
    <message>
        <source>This is version %1.</source>
        <translation>Esta es la versión %1.</translation>
    </message>
    <message>
        <source>The program does not look for newer ones by itself. Ask whoever provides it to you.</source>
        <translation>El programa no busca versiones nuevas por su cuenta. Pregunte a quien se lo proporciona.</translation>
    </message>
    <message>
        <source>The browser could not be opened. Newer versions are at %1</source>
        <translation>No se ha podido abrir el navegador. Las versiones nuevas están en %1</translation>
    </message>
</context>
<context>
    <name>leadway::Report</name>
    <message>
        <source>Export</source>
        <translation>Exportación</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 bytes)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Announced by Leadway</source>
        <translation>Anunciados por Leadway</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibidos</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escritos</translation>
    </message>
    <message>
        <source>Dropped as duplicates</source>
        <translation>Descartados por duplicados</translation>
    </message>
    <message>
        <source>Outside the dates</source>
        <translation>Fuera de las fechas</translation>
    </message>
    <message>
        <source>Of other channels</source>
        <translation>De otros canales</translation>
    </message>
    <message>
        <source>Could not be understood</source>
        <translation>No se pudieron entender</translation>
    </message>
    <message>
        <source>Shortened texts</source>
        <translation>Textos acortados</translation>
    </message>
    <message>
        <source>With replaced characters</source>
        <translation>Con caracteres sustituidos</translation>
    </message>
    <message>
        <source>All but e-mail</source>
        <translation>Todo menos el correo</translation>
    </message>
    <message>
        <source>announced: %1</source>
        <translation>anunciados: %1</translation>
    </message>
    <message>
        <source>received: %1</source>
        <translation>recibidos: %1</translation>
    </message>
    <message>
        <source>requests: %1</source>
        <translation>peticiones: %1</translation>
    </message>
    <message>
        <source>restarts: %1</source>
        <translation>reanudaciones: %1</translation>
    </message>
    <message>
        <source>stopped, since the same came again</source>
        <translation>se detuvo porque volvía a llegar lo mismo</translation>
    </message>
    <message>
        <source>ended by an empty answer</source>
        <translation>terminó con una respuesta vacía</translation>
    </message>
    <message>
        <source>Requests to Leadway</source>
        <translation>Peticiones a Leadway</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Reintentos</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Leadway’s answer</source>
        <translation>Respuesta de Leadway</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Qué ha fallado</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>Estado HTTP</translation>
    </message>
    <message>
        <source>Leadway’s own words</source>
        <translation>En palabras de Leadway</translation>
    </message>
    <message>
        <source>More exactly</source>
        <translation>Más exactamente</translation>
    </message>
    <message>
        <source>Messages received</source>
        <translation>Mensajes recibidos</translation>
    </message>
    <message>
        <source>side by side: %1 stretches of time</source>
        <translation>a la vez: %1 tramos de tiempo</translation>
    </message>
    <message>
        <source>then one after the other, since other dates came than were asked for</source>
        <translation>después uno tras otro, porque llegaron otras fechas que las pedidas</translation>
    </message>
    <message>
        <source>then once more one after the other, since less came than was announced</source>
        <translation>después otra vez uno tras otro, porque llegó menos de lo anunciado</translation>
    </message>
    <message>
        <source>written: %1</source>
        <translation>escritos: %1</translation>
    </message>
    <message>
        <source>Waited between tries</source>
        <translation>Espera entre intentos</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Más filtros</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>%1 written</source>
        <translation>escritos %1</translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation>duplicados %1</translation>
    </message>
    <message>
        <source>%1 saved before</source>
        <translation>guardados antes %1</translation>
    </message>
    <message>
        <source>%1 outside the dates</source>
        <translation>fuera de las fechas %1</translation>
    </message>
    <message>
        <source>%1 of other channels</source>
        <translation>de otros canales %1</translation>
    </message>
    <message>
        <source>%1 not understood</source>
        <translation>no entendidos %1</translation>
    </message>
    <message>
        <source>Everything that came is accounted for: %1 received = %2.</source>
        <translation>Todo lo que llegó está justificado: recibidos %1 = %2.</translation>
    </message>
    <message>
        <source>This does not add up: %1 received, but %2.</source>
        <translation>Las cuentas no cuadran: recibidos %1, pero %2.</translation>
    </message>
    <message>
        <source>Saved before</source>
        <translation>Guardados antes</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1 left out by more filters</source>
        <translation>apartados por más filtros %1</translation>
    </message>
    <message>
        <source>Left out by more filters</source>
        <translation>Apartados por más filtros</translation>
    </message>
    <message>
        <source>With characters that no cell holds</source>
        <translation>Con caracteres que no caben en una celda</translation>
    </message>
</context>
<context>
    <name>leadway::ReportDialog</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Details of the export</source>
        <translation>Detalles de la exportación</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Save the details</source>
        <translation>Guardar los detalles</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Archivos JSON (*.json)</translation>
    </message>
    <message>
        <source>%1 – details</source>
        <comment>a file&apos;s name</comment>
        <translation>%1 – detalles</translation>
    </message>
    <message>
        <source>“%1” holds the messages. Choose another name.</source>
        <translation>«%1» contiene los mensajes. Elija otro nombre.</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Guardado como «%1».</translation>
    </message>
</context>
<context>
    <name>leadway::RowMenu</name>
    <message>
        <source>Only this &amp;contact</source>
        <translation>Solo este &amp;contacto</translation>
    </message>
    <message>
        <source>Only this con&amp;versation</source>
        <translation>Solo esta con&amp;versación</translation>
    </message>
    <message>
        <source>Copy &amp;message</source>
        <translation>Copiar el &amp;mensaje</translation>
    </message>
    <message>
        <source>Copy &amp;rows</source>
        <translation>Copiar las &amp;filas</translation>
    </message>
    <message>
        <source>Copy &amp;row</source>
        <translation>Copiar la &amp;fila</translation>
    </message>
    <message>
        <source>&amp;Open in Leadway</source>
        <translation>&amp;Abrir en Leadway</translation>
    </message>
</context>
<context>
    <name>leadway::SavedExportsDialog</name>
    <message>
        <source>Saved exports</source>
        <translation>Exportaciones guardadas</translation>
    </message>
    <message>
        <source>No export is saved yet. Tick “Keep as a saved export” when you export.</source>
        <translation>Aún no hay ninguna exportación guardada. Marque «Conservar como exportación guardada» al exportar.</translation>
    </message>
    <message>
        <source>“Only what is new” finds what has come since the last time, and what arrived up to a day late. It does not find older messages that were changed or imported later; “Run all again” does.</source>
        <translation>«Solo lo nuevo» encuentra lo que ha llegado desde la última vez y lo que llegó hasta un día tarde. No encuentra mensajes anteriores que se cambiaron o importaron después; «Repetir entera», sí.</translation>
    </message>
    <message>
        <source>R&amp;ename…</source>
        <translation>Cambiar n&amp;ombre…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Eliminar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Run all again</source>
        <translation>&amp;Repetir entera</translation>
    </message>
    <message>
        <source>Only what is &amp;new</source>
        <translation>Solo lo &amp;nuevo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Delete the saved export “%1”?</source>
        <translation>¿Eliminar la exportación guardada «%1»?</translation>
    </message>
    <message>
        <source>The files that it saved stay.</source>
        <translation>Los archivos que guardó se conservan.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Conservar</translation>
    </message>
    <message>
        <source>One export at a time</source>
        <translation>Solo una exportación a la vez</translation>
    </message>
</context>
<context>
    <name>leadway::Transcript</name>
    <message>
        <source>Received from %1</source>
        <comment>a call</comment>
        <translation>Recibida de %1</translation>
    </message>
    <message>
        <source>Received from %1</source>
        <comment>a message</comment>
        <translation>Recibido de %1</translation>
    </message>
    <message>
        <source>Made</source>
        <comment>a call</comment>
        <translation>Realizada</translation>
    </message>
    <message>
        <source>Made to %1</source>
        <comment>a call</comment>
        <translation>Realizada a %1</translation>
    </message>
    <message>
        <source>Sent to %1</source>
        <comment>a message</comment>
        <translation>Enviado a %1</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>how a day is written, for Qt</comment>
        <translation>dddd d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>%1 mensaje</numerusform>
            <numerusform>%1 mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversation</source>
        <translation>Sin conversación</translation>
    </message>
    <message>
        <source>Conversation %1</source>
        <translation>Conversación %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 conversation(s)</source>
        <comment>a number of messages</comment>
        <translation>
            <numerusform>%1 en %2 conversación</numerusform>
            <numerusform>%1 en %2 conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>There are no messages.</source>
        <translation>No hay mensajes.</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Página %1</translation>
    </message>
</context>
<context>
    <name>leadway::Wording</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the location id. It is in the address of any Leadway page.</source>
        <translation>Escriba el ID de la ubicación. Está en la dirección de cualquier página de Leadway.</translation>
    </message>
    <message>
        <source>Not a location id or link.</source>
        <translation>No es un ID ni un enlace.</translation>
    </message>
    <message>
        <source>Tick a channel.</source>
        <translation>Marque un canal.</translation>
    </message>
    <message>
        <source>“To” is before “From”.</source>
        <translation>«Hasta» es anterior a «Desde».</translation>
    </message>
    <message>
        <source>Not a contact id or link.</source>
        <translation>No es un ID de contacto ni un enlace.</translation>
    </message>
    <message>
        <source>Not a conversation id or link.</source>
        <translation>No es un ID de conversación ni un enlace.</translation>
    </message>
    <message>
        <source>Messages per request: from %1 to %2.</source>
        <translation>Mensajes por petición: de %1 a %2.</translation>
    </message>
    <message>
        <source>Leadway does not accept this token</source>
        <translation>Leadway no acepta este token</translation>
    </message>
    <message>
        <source>Create a new one and paste it here.</source>
        <translation>Cree otro y péguelo aquí.</translation>
    </message>
    <message>
        <source>This token may not read messages</source>
        <translation>Este token no puede leer mensajes</translation>
    </message>
    <message>
        <source>Tick “View Conversation Messages” for it.</source>
        <translation>Marque «View Conversation Messages».</translation>
    </message>
    <message>
        <source>This is an agency token</source>
        <translation>Es un token de agencia</translation>
    </message>
    <message>
        <source>Create one inside the location.</source>
        <translation>Cree uno dentro de la ubicación.</translation>
    </message>
    <message>
        <source>The token belongs to another location.</source>
        <translation>El token es de otra ubicación.</translation>
    </message>
    <message>
        <source>Check the location, or create a token inside this one.</source>
        <translation>Revise la ubicación o cree un token dentro de esta.</translation>
    </message>
    <message>
        <source>Something refused us, often a firewall</source>
        <translation>Algo lo impide, quizá un cortafuegos</translation>
    </message>
    <message>
        <source>Ask IT.</source>
        <translation>Avise a informática.</translation>
    </message>
    <message>
        <source>There is no Leadway service at this address</source>
        <translation>En esta dirección no hay ningún servicio de Leadway</translation>
    </message>
    <message>
        <source>Check the server address.</source>
        <translation>Revise la dirección del servidor.</translation>
    </message>
    <message>
        <source>Leadway refused this choice</source>
        <translation>Leadway rechazó esta selección</translation>
    </message>
    <message>
        <source>Leadway refused this choice: %1</source>
        <translation>Leadway rechazó esta selección: %1</translation>
    </message>
    <message>
        <source>Change the filters and try again.</source>
        <translation>Cambie los filtros y reintente.</translation>
    </message>
    <message>
        <source>Leadway is busy with this account’s requests</source>
        <translation>Leadway está ocupado con las peticiones de esta cuenta</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>Reintente en un rato.</translation>
    </message>
    <message>
        <source>Leadway’s daily allowance is used up</source>
        <translation>Se ha agotado el cupo diario de Leadway</translation>
    </message>
    <message>
        <source>Try again tomorrow.</source>
        <translation>Vuelva a intentarlo mañana.</translation>
    </message>
    <message>
        <source>Leadway does not answer</source>
        <translation>Leadway no responde</translation>
    </message>
    <message>
        <source>Leadway’s answers keep arriving damaged</source>
        <translation>Las respuestas de Leadway llegan dañadas una y otra vez</translation>
    </message>
    <message>
        <source>Try again in a while. If it goes on, ask IT.</source>
        <translation>Reintente en un rato. Si continúa, avise a informática.</translation>
    </message>
    <message>
        <source>Leadway’s answer is too large</source>
        <translation>La respuesta de Leadway es demasiado grande</translation>
    </message>
    <message>
        <source>Choose shorter dates and try again.</source>
        <translation>Elija un intervalo de fechas más corto y reintente.</translation>
    </message>
    <message>
        <source>No internet connection</source>
        <translation>Sin conexión a internet</translation>
    </message>
    <message>
        <source>Check the cable or Wi-Fi.</source>
        <translation>Revise el cable o el wifi.</translation>
    </message>
    <message>
        <source>The secure connection failed</source>
        <translation>Falló la conexión segura</translation>
    </message>
    <message>
        <source>Leadway pointed to %1; the token was not sent.</source>
        <translation>Leadway remitió a %1; no se envió el token.</translation>
    </message>
    <message>
        <source>The file is open in another program</source>
        <translation>El archivo está abierto en otro programa</translation>
    </message>
    <message>
        <source>Close “%1” and try again.</source>
        <translation>Cierre «%1» y reintente.</translation>
    </message>
    <message>
        <source>“%1” is a folder</source>
        <translation>«%1» es una carpeta</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Dé un nombre al archivo.</translation>
    </message>
    <message>
        <source>The folder for “%1” does not exist</source>
        <translation>La carpeta de «%1» no existe</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Cannot save in this folder.</source>
        <translation>No se puede guardar en esta carpeta.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>Make room or save somewhere else, then try again.</source>
        <translation>Libere espacio o guarde en otro sitio y reintente.</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>No se ha podido escribir el archivo</translation>
    </message>
    <message>
        <source>Save somewhere else.</source>
        <translation>Guarde en otro sitio.</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Todos los mensajes</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Todo el historial</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>two dates</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>CSV for Excel</source>
        <translation>CSV para Excel</translation>
    </message>
    <message>
        <source>CSV, exact data</source>
        <translation>CSV, datos exactos</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Also for Google Sheets and LibreOffice</source>
        <translation>También para Google Sheets y LibreOffice</translation>
    </message>
    <message>
        <source>For another program; nothing is adapted</source>
        <translation>Para otro programa; sin adaptar nada</translation>
    </message>
    <message>
        <source>For developers; every field as it came</source>
        <translation>Para informáticos; cada dato tal como llegó</translation>
    </message>
    <message>
        <source>The same, one message a line</source>
        <translation>Lo mismo, un mensaje por línea</translation>
    </message>
    <message numerus="yes">
        <source>%1 of about %2 message(s)</source>
        <translation>
            <numerusform>%1 de cerca de %2 mensaje</numerusform>
            <numerusform>%1 de unos %2 mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>%1 mensaje</numerusform>
            <numerusform>%1 mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 por segundo</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>quedan aprox. %1</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Escribiendo el archivo…</translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 of %2. %3 are missing.</source>
        <translation>
            <numerusform>Guardados %1 de %2. Falta %3.</numerusform>
            <numerusform>Guardados %1 de %2. Faltan %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 messages. There may be more.</source>
        <translation>
            <numerusform>Guardado %1 mensaje. Puede haber más.</numerusform>
            <numerusform>Guardados %1 mensajes. Puede haber más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 of %1 messages. Nothing is missing.</source>
        <translation>
            <numerusform>Guardado %1 de %1 mensaje. No falta ninguno.</numerusform>
            <numerusform>Guardados %1 de %1 mensajes. No falta ninguno.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 messages, all that Leadway had.</source>
        <translation>
            <numerusform>Guardado %1 mensaje, todo lo que había en Leadway.</numerusform>
            <numerusform>Guardados %1 mensajes, todo lo que había en Leadway.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 text(s) were shortened to what a cell holds; JSON has them whole.</source>
        <translation>
            <numerusform>Se ha acortado %1 texto a lo que cabe en una celda; en JSON está entero.</numerusform>
            <numerusform>Se han acortado %1 textos a lo que cabe en una celda; en JSON están enteros.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) had damaged characters, which were replaced.</source>
        <translation>
            <numerusform>%1 mensaje tenía caracteres dañados, que se han sustituido.</numerusform>
            <numerusform>%1 mensajes tenían caracteres dañados, que se han sustituido.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leadway kept sending the same messages, so the export stopped there.</source>
        <translation>Leadway enviaba una y otra vez los mismos mensajes, así que la exportación paró ahí.</translation>
    </message>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation>Cancelado. No se ha escrito ningún archivo.</translation>
    </message>
    <message>
        <source>Showing %1 of %2</source>
        <translation>Se muestran %1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>Showing %1 message(s)</source>
        <translation>
            <numerusform>Se muestra %1 mensaje</numerusform>
            <numerusform>Se muestran %1 mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Times: %1</source>
        <translation>Hora de %1</translation>
    </message>
    <message>
        <source>Check this computer’s date and time. If they are right, ask IT.</source>
        <translation>Revise la fecha y la hora del equipo. Si son correctas, avise a informática.</translation>
    </message>
    <message>
        <source>This computer’s date or time is wrong</source>
        <translation>La fecha o la hora de este equipo no es correcta</translation>
    </message>
    <message>
        <source>Set the clock, then try again.</source>
        <translation>Ponga el reloj en hora y reintente.</translation>
    </message>
    <message>
        <source>This office’s proxy does not let us through</source>
        <translation>El proxy de la oficina no nos deja pasar</translation>
    </message>
    <message>
        <source>Ask IT to allow this program.</source>
        <translation>Pida a informática que permita este programa.</translation>
    </message>
    <message>
        <source>There is no token for this account</source>
        <translation>No hay ningún token para esta cuenta</translation>
    </message>
    <message>
        <source>Paste it once more.</source>
        <translation>Péguelo otra vez.</translation>
    </message>
    <message>
        <source>The password store is locked, or the token is no longer in it</source>
        <translation>El almacén de contraseñas está bloqueado o ya no contiene el token</translation>
    </message>
    <message>
        <source>Unlock it and try again, or enter the token once more.</source>
        <translation>Desbloquéelo y reintente, o ponga el token otra vez.</translation>
    </message>
    <message>
        <source>This computer’s password store does not answer</source>
        <translation>El almacén de contraseñas del equipo no responde</translation>
    </message>
    <message>
        <source>Paste the token; it is kept only until you close the program.</source>
        <translation>Pegue el token; se guarda solo hasta cerrar el programa.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Please unlock the password store…</source>
        <translation>Desbloquee el almacén de contraseñas…</translation>
    </message>
    <message>
        <source>The token is kept only until you close the program.</source>
        <translation>El token se guarda solo hasta cerrar el programa.</translation>
    </message>
    <message>
        <source>What was fetched could not be kept on this computer</source>
        <translation>No se pudo guardar en este equipo lo que se descargó</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Libere espacio en el disco y reintente.</translation>
    </message>
    <message>
        <source>This export is already being worked on by %1.</source>
        <translation>De esta exportación ya se ocupa %1.</translation>
    </message>
    <message>
        <source>Wait until it has ended there, or close it there.</source>
        <translation>Espere a que termine allí o ciérrela allí.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of about %2 message(s) are safe; it goes on from there.</source>
        <translation>
            <numerusform>%1 de unos %2 mensajes está a salvo; seguirá desde ahí.</numerusform>
            <numerusform>%1 de unos %2 mensajes están a salvo; seguirá desde ahí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) are safe; it goes on from there.</source>
        <translation>
            <numerusform>%1 mensaje está a salvo; seguirá desde ahí.</numerusform>
            <numerusform>%1 mensajes están a salvo; seguirá desde ahí.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has come for a long while, so it was paused.</source>
        <translation>Hace mucho que no llega nada, así que se pausó.</translation>
    </message>
    <message>
        <source>Kept until %1.</source>
        <translation>Se conserva hasta el %1.</translation>
    </message>
    <message>
        <source>Continue tomorrow: nothing is fetched twice.</source>
        <translation>Continúe mañana: nada se descarga dos veces.</translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) are kept.</source>
        <translation>
            <numerusform>Hay %1 mensaje a salvo.</numerusform>
            <numerusform>Hay %1 mensajes a salvo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 of about %2 messages. The export was ended before all had come.</source>
        <translation>
            <numerusform>Guardado %1 de unos %2 mensajes. La exportación se terminó antes de que llegaran todos.</numerusform>
            <numerusform>Guardados %1 de unos %2 mensajes. La exportación se terminó antes de que llegaran todos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 messages. The export was ended before all had come.</source>
        <translation>
            <numerusform>Guardado %1 mensaje. La exportación se terminó antes de que llegaran todos.</numerusform>
            <numerusform>Guardados %1 mensajes. La exportación se terminó antes de que llegaran todos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) could not be understood. They are in a file of their own, beside it.</source>
        <translation>
            <numerusform>%1 mensaje no se pudo entender. Está en un archivo propio, al lado.</numerusform>
            <numerusform>%1 mensajes no se pudieron entender. Están en un archivo propio, al lado.</numerusform>
        </translation>
    </message>
    <message>
        <source>The account has another location or server now, so only what has come can be saved.</source>
        <translation>La cuenta tiene ahora otra ubicación u otro servidor, así que solo se puede guardar lo que llegó.</translation>
    </message>
    <message>
        <source>Leadway asks to wait %1; it goes on by itself.</source>
        <translation>Leadway pide esperar %1; seguirá solo.</translation>
    </message>
    <message>
        <source>Leadway does not answer. It is tried again in %1.</source>
        <translation>Leadway no responde. Se reintenta en %1.</translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 messages that match the filters. The export was ended before all had come.</source>
        <translation>
            <numerusform>Guardado %1 mensaje que coincide con los filtros. La exportación se terminó antes de que llegaran todos.</numerusform>
            <numerusform>Guardados %1 mensajes que coinciden con los filtros. La exportación se terminó antes de que llegaran todos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 messages that match the filters.</source>
        <translation>
            <numerusform>Guardado %1 mensaje que coincide con los filtros.</numerusform>
            <numerusform>Guardados %1 mensajes que coinciden con los filtros.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 could not be looked at.</source>
        <translation>
            <numerusform>No se pudo revisar %1.</numerusform>
            <numerusform>No se pudieron revisar %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 messages that match the filters. There may be more.</source>
        <translation>
            <numerusform>Guardado %1 mensaje que coincide con los filtros. Puede haber más.</numerusform>
            <numerusform>Guardados %1 mensajes que coinciden con los filtros. Puede haber más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 of %2 messages, all that match the filters. Nothing is missing.</source>
        <translation>
            <numerusform>Guardado %1 de %2 mensajes, todos los que coinciden con los filtros. No falta ninguno.</numerusform>
            <numerusform>Guardados %1 de %2 mensajes, todos los que coinciden con los filtros. No falta ninguno.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 of the %2 messages that Leadway had, all that match the filters.</source>
        <translation>
            <numerusform>Guardado %1 de los %2 mensajes que había en Leadway, todos los que coinciden con los filtros.</numerusform>
            <numerusform>Guardados %1 de los %2 mensajes que había en Leadway, todos los que coinciden con los filtros.</numerusform>
        </translation>
    </message>
    <message>
        <source>received</source>
        <comment>messages</comment>
        <translation>recibidos</translation>
    </message>
    <message>
        <source>sent</source>
        <comment>messages</comment>
        <translation>enviados</translation>
    </message>
    <message>
        <source>status: %1</source>
        <translation>estado: %1</translation>
    </message>
    <message>
        <source>“%1” in the text</source>
        <translation>«%1» en el texto</translation>
    </message>
    <message>
        <source>with something attached</source>
        <translation>con archivo adjunto</translation>
    </message>
    <message>
        <source>one contact</source>
        <translation>un contacto</translation>
    </message>
    <message>
        <source>one conversation</source>
        <translation>una conversación</translation>
    </message>
    <message>
        <source>%1 found in %2 of %3</source>
        <translation>%1 hallados en %2 de %3</translation>
    </message>
    <message>
        <source>%1 found in %2</source>
        <translation>%1 hallados en %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of columns</comment>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Libro de Excel</translation>
    </message>
    <message>
        <source>For reading, sorting and filtering</source>
        <translation>Para leer, ordenar y filtrar</translation>
    </message>
    <message numerus="yes">
        <source>%1 text(s) held characters that no cell can hold, which were replaced; JSON has them whole.</source>
        <translation>
            <numerusform>%1 texto tenía caracteres que no caben en una celda y se reemplazaron; en JSON está completo.</numerusform>
            <numerusform>%1 textos tenían caracteres que no caben en una celda y se reemplazaron; en JSON están completos.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is already something else named “%1”</source>
        <translation>Ya hay otra cosa que se llama «%1»</translation>
    </message>
    <message>
        <source>Give the folder another name.</source>
        <translation>Póngale otro nombre a la carpeta.</translation>
    </message>
    <message>
        <source>Writing the files…</source>
        <translation>Escribiendo los archivos…</translation>
    </message>
    <message numerus="yes">
        <source>They are in %1 file(s).</source>
        <translation>
            <numerusform>Están en %1 archivo.</numerusform>
            <numerusform>Están en %1 archivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>This saved export is already running in another window or program.</source>
        <translation>Esta exportación guardada ya se está ejecutando en otra ventana o programa.</translation>
    </message>
    <message>
        <source>Wait until it has ended there.</source>
        <translation>Espere a que termine allí.</translation>
    </message>
    <message>
        <source>What this saved export has saved so far is no longer known on this computer</source>
        <translation>En este equipo ya no consta lo que esta exportación guardada ha guardado hasta ahora</translation>
    </message>
    <message>
        <source>Run all of it again once; after that it knows again what is new.</source>
        <translation>Repítala entera una vez; después volverá a saber qué es nuevo.</translation>
    </message>
    <message>
        <source>There was nothing new, so no file was written.</source>
        <translation>No había nada nuevo, así que no se escribió ningún archivo.</translation>
    </message>
    <message numerus="yes">
        <source>Saved %1 new messages.</source>
        <translation>
            <numerusform>Guardado %1 mensaje nuevo.</numerusform>
            <numerusform>Guardados %1 mensajes nuevos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was ended before all had come.</source>
        <translation>La exportación se terminó antes de que llegaran todos.</translation>
    </message>
    <message numerus="yes">
        <source>%1 are missing.</source>
        <translation>
            <numerusform>Falta %1.</numerusform>
            <numerusform>Faltan %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>There may be more.</source>
        <translation>Puede haber más.</translation>
    </message>
    <message>
        <source>Added to the end of the file.</source>
        <translation>Añadidos al final del archivo.</translation>
    </message>
    <message>
        <source>Saved in a new file, since the earlier one was changed, moved or would look different now.</source>
        <translation>Guardados en un archivo nuevo, porque el anterior se cambió, se movió o ahora tendría otro aspecto.</translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>a time of the day</comment>
        <translation>hoy, %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>a time of the day</comment>
        <translation>ayer, %1</translation>
    </message>
    <message>
        <source>Never saved yet</source>
        <translation>Aún no se ha guardado</translation>
    </message>
    <message numerus="yes">
        <source>Saved %1, %2 message(s)</source>
        <translation>
            <numerusform>Guardada %1: %2 mensaje</numerusform>
            <numerusform>Guardada %1: %2 mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked %1, nothing new</source>
        <translation>Consultada %1: nada nuevo</translation>
    </message>
    <message numerus="yes">
        <source>Saved %1, %2 new</source>
        <translation>
            <numerusform>Guardada %1: %2 nuevo</numerusform>
            <numerusform>Guardada %1: %2 nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>not complete</source>
        <translation>no completa</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>El mes pasado</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Other dates…</source>
        <translation>Otras fechas…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a channel and how many messages it has</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <comment>how many there are</comment>
        <translation>
            <numerusform>%1 mensaje</numerusform>
            <numerusform>%1 mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages per day</source>
        <translation>Mensajes por día</translation>
    </message>
    <message>
        <source>Messages per month</source>
        <translation>Mensajes por mes</translation>
    </message>
    <message>
        <source>Messages per year</source>
        <translation>Mensajes por año</translation>
    </message>
    <message>
        <source>Messages per decade</source>
        <translation>Mensajes por década</translation>
    </message>
    <message>
        <source>Messages per century</source>
        <translation>Mensajes por siglo</translation>
    </message>
    <message>
        <source>%1: all %2</source>
        <translation>%1: %2, todos</translation>
    </message>
    <message>
        <source>%1: all %2, %3 of them without a date</source>
        <translation>%1: %2, todos; %3 sin fecha</translation>
    </message>
    <message>
        <source>%1: %2 found so far</source>
        <translation>%1: %2 hallados hasta ahora</translation>
    </message>
    <message>
        <source>%1: %2 of %3 loaded</source>
        <translation>%1: %2 de %3 cargados</translation>
    </message>
    <message>
        <source>%1: %2 loaded</source>
        <translation>%1: %2 cargados</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a month and its year</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: not loaded yet</source>
        <comment>some days</comment>
        <translation>%1: aún sin cargar</translation>
    </message>
    <message>
        <source>no messages</source>
        <translation>ningún mensaje</translation>
    </message>
    <message>
        <source>no messages loaded so far</source>
        <translation>ningún mensaje hasta ahora</translation>
    </message>
    <message>
        <source>%1 loaded so far</source>
        <comment>a number of messages</comment>
        <translation>%1 hasta ahora</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>some days, and how many messages they have</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>how many messages, and of which channels</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <comment>two days</comment>
        <translation>Del %1 al %2.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>how many messages, and of which channels</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The most: %1, %2.</source>
        <comment>some days, and how many messages they have</comment>
        <translation>El máximo: %1, %2.</translation>
    </message>
    <message>
        <source>Without messages: %1 of %2.</source>
        <comment>days, months or years</comment>
        <translation>Sin mensajes: %1 de %2.</translation>
    </message>
    <message>
        <source>Without a date: %1.</source>
        <comment>messages</comment>
        <translation>Sin fecha: %1.</translation>
    </message>
    <message>
        <source>The rest is not loaded yet.</source>
        <translation>El resto aún no se ha cargado.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>To read and print, one section a conversation</source>
        <translation>Para leer e imprimir, una sección por conversación</translation>
    </message>
    <message>
        <source>The same on pages, to print or to send on</source>
        <translation>Lo mismo en páginas, para imprimir o enviar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of a call and what became of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No messages match, so there are none in the file.</source>
        <translation>Ningún mensaje coincide, así que no hay ninguno en el archivo.</translation>
    </message>
    <message>
        <source>Windows lets no file be called “%1”</source>
        <translation>Windows no permite que un archivo se llame «%1»</translation>
    </message>
    <message>
        <source>Choose another name, without &lt; &gt; : &quot; / \ | ? * and with no dot at its end.</source>
        <translation>Elija otro nombre, sin &lt; &gt; : &quot; / \ | ? * y sin punto al final.</translation>
    </message>
</context>
<context>
    <name>leadway::Words</name>
    <message>
        <source>Received</source>
        <comment>direction of a message</comment>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>direction of a message</comment>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>status of a message</comment>
        <translation>Contestada</translation>
    </message>
    <message>
        <source>Bounced</source>
        <comment>status of a message</comment>
        <translation>Rebotado</translation>
    </message>
    <message>
        <source>Busy</source>
        <comment>status of a message</comment>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>status of a message</comment>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Clicked</source>
        <comment>status of a message</comment>
        <translation>Clic en un enlace</translation>
    </message>
    <message>
        <source>Reported as spam</source>
        <comment>status of a message</comment>
        <translation>Marcado como spam</translation>
    </message>
    <message>
        <source>Completed</source>
        <comment>status of a message</comment>
        <translation>Completada</translation>
    </message>
    <message>
        <source>Connected</source>
        <comment>status of a message</comment>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>status of a message</comment>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>status of a message</comment>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>status of a message</comment>
        <translation>En curso</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>status of a message</comment>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Opened</source>
        <comment>status of a message</comment>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Opted out</source>
        <comment>status of a message</comment>
        <translation>Dado de baja</translation>
    </message>
    <message>
        <source>Pending</source>
        <comment>status of a message</comment>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>status of a message</comment>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>status of a message</comment>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>status of a message</comment>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Ringing</source>
        <comment>status of a message</comment>
        <translation>Sonando</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <comment>status of a message</comment>
        <translation>Programado</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>status of a message</comment>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <comment>status of a message</comment>
        <translation>No entregado</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <comment>status of a message</comment>
        <translation>Buzón de voz</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>status of a call</comment>
        <translation>Contestada</translation>
    </message>
    <message>
        <source>Busy</source>
        <comment>status of a call</comment>
        <translation>Comunica</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>status of a call</comment>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Completed</source>
        <comment>status of a call</comment>
        <translation>Completada</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>status of a call</comment>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>status of a call</comment>
        <translation>En curso</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>status of a call</comment>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Pending</source>
        <comment>status of a call</comment>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Ringing</source>
        <comment>status of a call</comment>
        <translation>Sonando</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <comment>status of a call</comment>
        <translation>Buzón de voz</translation>
    </message>
    <message>
        <source>Another program</source>
        <comment>what sent a message</comment>
        <translation>Otro programa</translation>
    </message>
    <message>
        <source>Written by hand</source>
        <comment>what sent a message</comment>
        <translation>Escrito a mano</translation>
    </message>
    <message>
        <source>Bulk sending</source>
        <comment>what sent a message</comment>
        <translation>Envío masivo</translation>
    </message>
    <message>
        <source>Campaign</source>
        <comment>what sent a message</comment>
        <translation>Campaña</translation>
    </message>
    <message>
        <source>Automation</source>
        <comment>what sent a message</comment>
        <translation>Automatización</translation>
    </message>
    <message>
        <source>Appointment</source>
        <comment>type of a message</comment>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Contact changed</source>
        <comment>type of a message</comment>
        <translation>Cambio en el contacto</translation>
    </message>
    <message>
        <source>Staff activity</source>
        <comment>type of a message</comment>
        <translation>Actividad del personal</translation>
    </message>
    <message>
        <source>Invoice</source>
        <comment>type of a message</comment>
        <translation>Factura</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <comment>type of a message</comment>
        <translation>Oportunidad</translation>
    </message>
    <message>
        <source>Payment</source>
        <comment>type of a message</comment>
        <translation>Pago</translation>
    </message>
    <message>
        <source>WhatsApp activity</source>
        <comment>type of a message</comment>
        <translation>Actividad de WhatsApp</translation>
    </message>
    <message>
        <source>Call</source>
        <comment>type of a message</comment>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Campaign call</source>
        <comment>type of a message</comment>
        <translation>Llamada de campaña</translation>
    </message>
    <message>
        <source>Campaign e-mail</source>
        <comment>type of a message</comment>
        <translation>Correo de campaña</translation>
    </message>
    <message>
        <source>Campaign on Facebook</source>
        <comment>type of a message</comment>
        <translation>Campaña en Facebook</translation>
    </message>
    <message>
        <source>Campaign on Google Business</source>
        <comment>type of a message</comment>
        <translation>Campaña en Google Business</translation>
    </message>
    <message>
        <source>Campaign call made by hand</source>
        <comment>type of a message</comment>
        <translation>Llamada de campaña hecha a mano</translation>
    </message>
    <message>
        <source>Campaign SMS sent by hand</source>
        <comment>type of a message</comment>
        <translation>SMS de campaña enviado a mano</translation>
    </message>
    <message>
        <source>Campaign SMS</source>
        <comment>type of a message</comment>
        <translation>SMS de campaña</translation>
    </message>
    <message>
        <source>Campaign voicemail</source>
        <comment>type of a message</comment>
        <translation>Mensaje de voz de campaña</translation>
    </message>
    <message>
        <source>Call through an added service</source>
        <comment>type of a message</comment>
        <translation>Llamada por un servicio añadido</translation>
    </message>
    <message>
        <source>E-mail through an added service</source>
        <comment>type of a message</comment>
        <translation>Correo por un servicio añadido</translation>
    </message>
    <message>
        <source>E-mail through another provider</source>
        <comment>type of a message</comment>
        <translation>Correo por otro proveedor</translation>
    </message>
    <message>
        <source>SMS through another provider</source>
        <comment>type of a message</comment>
        <translation>SMS por otro proveedor</translation>
    </message>
    <message>
        <source>SMS through an added service</source>
        <comment>type of a message</comment>
        <translation>SMS por un servicio añadido</translation>
    </message>
    <message>
        <source>E-mail</source>
        <comment>type of a message</comment>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Facebook</source>
        <comment>type of a message</comment>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Facebook comment</source>
        <comment>type of a message</comment>
        <translation>Comentario de Facebook</translation>
    </message>
    <message>
        <source>Form filled in</source>
        <comment>type of a message</comment>
        <translation>Formulario rellenado</translation>
    </message>
    <message>
        <source>Google Business</source>
        <comment>type of a message</comment>
        <translation>Google Business</translation>
    </message>
    <message>
        <source>Instagram</source>
        <comment>type of a message</comment>
        <translation>Instagram</translation>
    </message>
    <message>
        <source>Instagram comment</source>
        <comment>type of a message</comment>
        <translation>Comentario de Instagram</translation>
    </message>
    <message>
        <source>Internal comment</source>
        <comment>type of a message</comment>
        <translation>Comentario interno</translation>
    </message>
    <message>
        <source>Call with a phone menu</source>
        <comment>type of a message</comment>
        <translation>Llamada con menú telefónico</translation>
    </message>
    <message>
        <source>Live chat</source>
        <comment>type of a message</comment>
        <translation>Chat en vivo</translation>
    </message>
    <message>
        <source>Live chat notice</source>
        <comment>type of a message</comment>
        <translation>Aviso del chat en vivo</translation>
    </message>
    <message>
        <source>RCS</source>
        <comment>type of a message</comment>
        <translation>RCS</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>type of a message</comment>
        <translation>Reseña</translation>
    </message>
    <message>
        <source>SMS</source>
        <comment>type of a message</comment>
        <translation>SMS</translation>
    </message>
    <message>
        <source>SMS about a missed appointment</source>
        <comment>type of a message</comment>
        <translation>SMS por una cita perdida</translation>
    </message>
    <message>
        <source>Reaction to an SMS</source>
        <comment>type of a message</comment>
        <translation>Reacción a un SMS</translation>
    </message>
    <message>
        <source>SMS asking for a review</source>
        <comment>type of a message</comment>
        <translation>SMS que pide una reseña</translation>
    </message>
    <message>
        <source>TikTok</source>
        <comment>type of a message</comment>
        <translation>TikTok</translation>
    </message>
    <message>
        <source>TikTok comment</source>
        <comment>type of a message</comment>
        <translation>Comentario de TikTok</translation>
    </message>
    <message>
        <source>Web chat</source>
        <comment>type of a message</comment>
        <translation>Chat web</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <comment>type of a message</comment>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>SMS</source>
        <comment>channel of a message</comment>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Call</source>
        <comment>channel of a message</comment>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>E-mail</source>
        <comment>channel of a message</comment>
        <translation>Correo</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <comment>channel of a message</comment>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Instagram</source>
        <comment>channel of a message</comment>
        <translation>Instagram</translation>
    </message>
    <message>
        <source>Facebook</source>
        <comment>channel of a message</comment>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>channel of a message</comment>
        <translation>Otros</translation>
    </message>
    <message>
        <source>Day</source>
        <comment>over a column of days</comment>
        <translation>Día</translation>
    </message>
    <message>
        <source>Month</source>
        <comment>over a column of months</comment>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Year</source>
        <comment>over a column of years</comment>
        <translation>Año</translation>
    </message>
    <message>
        <source>Years</source>
        <comment>over a column of decades or centuries</comment>
        <translation>Años</translation>
    </message>
    <message>
        <source>Total</source>
        <comment>of several counts</comment>
        <translation>Total</translation>
    </message>
    <message>
        <source>No date</source>
        <comment>of messages, in the place of a day</comment>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Missed call</source>
        <comment>type of a message</comment>
        <translation>Llamada perdida</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <comment>type of a message</comment>
        <translation>Mensaje de voz</translation>
    </message>
</context>
<context>
    <name>leadway::XlsxWriter</name>
    <message>
        <source>Messages</source>
        <comment>name of a sheet</comment>
        <translation>Mensajes</translation>
    </message>
</context>
</TS>
