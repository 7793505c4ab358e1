#include "simulator/texts.h"

#include <array>

namespace leadway::simulator
{

namespace
{

constexpr Line kFirstVisit[] = {
    {true, "Hola, buenos días. Quería pedir cita con el fisioterapeuta, por favor 🙏"},
    {false,
     "¡Hola, {name}! Gracias por escribir a Clínica Sol ☀️ ¿Prefieres por la mañana o por la tarde?"},
    {true, "Mejor por la tarde, salgo de trabajar a las 17:00"},
    {false, "Tenemos hueco el {day} a las {hour} con {staff}. ¿Te viene bien?"},
    {true, "Perfecto, me la apunto 👍"},
    {false,
     "¡Confirmada! {day} a las {hour}.\nTe esperamos en c/ Mayor, 12. Si no puedes venir, avísanos con "
     "24 h de antelación."},
    {true, "Gracias!!"},
};

constexpr Line kMoveAppointment[] = {
    {true, "Hola, soy {name}. ¿Podría cambiar mi cita del {day}? Me ha surgido un viaje"},
    {false, "Claro, sin problema. ¿Qué día te iría mejor?"},
    {true, "La semana que viene, cualquier día menos el jueves"},
    {false, "Te propongo el {day} a las {hour} con {staff}."},
    {true, "Ese día no puedo 😅 ¿y por la mañana?"},
    {false, "A las 9:15 queda un hueco."},
    {true, "Genial, me lo quedo. Muchas gracias"},
};

constexpr Line kReminder[] = {
    {false,
     "Recordatorio: {name}, mañana tienes cita en Clínica Sol a las {hour}. Responde SÍ para confirmar o "
     "NO para anularla."},
    {true, "SÍ"},
    {false, "Gracias, {name}. ¡Hasta mañana!"},
};

constexpr Line kPrice[] = {
    {true, "Buenas tardes, ¿cuánto cuesta una limpieza dental?"},
    {false, "¡Buenas tardes! La limpieza son 45 € y la primera revisión es gratuita 😊"},
    {true, "¿Y el blanqueamiento?"},
    {false, "Desde 180 €, según el tratamiento. Con el bono de verano hay un 15 % de descuento:\n"
            "· Limpieza + revisión: 45 €\n· Blanqueamiento: 153 €\n· Férula: 120 €"},
    {true, "Vale, lo hablo en casa y os digo"},
    {false, "Cuando quieras. Que tengas buena tarde, {name}."},
};

constexpr Line kInvoice[] = {
    {true, "Hola! Necesito la factura de la última sesión para el seguro, por favor"},
    {false, "Hola, {name}. ¿Nos confirmas tu DNI y el correo al que la enviamos?"},
    {true, "El mismo de siempre, lo tenéis en la ficha"},
    {false, "Enviada. Si no la ves, mira en la carpeta de correo no deseado 📎"},
    {true, "Recibida, gracias ❤️"},
};

constexpr Line kPain[] = {
    {true, "Buenos días, desde la sesión de ayer me molesta un poco la espalda, ¿es normal?"},
    {false, "Buenos días, {name}. Sí, durante 24-48 h puede haber algo de molestia. ¿Has notado hormigueo o "
            "fiebre?"},
    {true, "No, solo está un poco cargada"},
    {false,
     "Entonces calor seco 15 minutos, dos veces al día, y nada de pesas hasta el {day}. Si va a más, nos "
     "llamas y te vemos ese mismo día."},
    {true, "Ok, gracias {staff} 🤗"},
    {true, "Ya estoy mucho mejor 💪🏽"},
    {false, "¡Qué alegría! Nos vemos en la próxima sesión."},
};

constexpr Line kGym[] = {
    {true, "Hola, ¿la clase de pilates de las {hour} sigue en pie?"},
    {false, "¡Sí! Quedan 3 plazas. ¿Te apunto?"},
    {true, "Sí, a mí y a mi hermana 👩‍👧 si puede ser"},
    {false, "Apuntadas las dos. Traed toalla y agua 💧"},
};

constexpr Line kParking[] = {
    {true, "¿Se puede aparcar cerca de la clínica?"},
    {false, "Hay un aparcamiento público en la plaza, a dos minutos. La primera hora te la validamos en "
            "recepción 🚗"},
    {true, "Estupendo"},
};

constexpr Line kFamily[] = {
    {true, "Hola, mi marido también quiere venir. ¿Tenéis plan de familia?"},
    {false, "Sí, {name}: el segundo miembro tiene un 20 % y los peques van gratis hasta los 6 años "
            "👨‍👩‍👧‍👦"},
    {true, "Qué bien. ¿Qué hace falta para darlo de alta?"},
    {false, "Solo nombre completo, fecha de nacimiento y teléfono. Lo puedes mandar por aquí."},
    {true, "Te lo paso esta noche con calma"},
    {false, "Perfecto, lo vemos mañana a primera hora."},
};

constexpr Line kLate[] = {
    {true, "Llego 10 minutos tarde, hay un atasco tremendo 😩"},
    {false, "Tranquila, avisamos a {staff}. ¡Conduce con cuidado!"},
};

constexpr Line kThanks[] = {
    {false, "Hola, {name}. ¿Qué tal tu experiencia de hoy? Del 1 al 5, ¿cómo nos valoras?"},
    {true, "5 ⭐⭐⭐⭐⭐ sois los mejores"},
    {false, "¡Mil gracias! Nos ayudaría mucho una reseña: https://example.com/resena"},
};

constexpr Line kHours[] = {
    {true, "Abrís los sábados?"},
    {false, "Sí, los sábados de 9:30 a 14:00. De lunes a viernes, de 8:00 a 20:30."},
    {true, "👌"},
};

constexpr Line kResults[] = {
    {true, "Buenas, ¿han llegado los resultados de la analítica?"},
    {false, "Hola, {name}: llegan mañana. {staff} los revisa y te llama por la tarde."},
    {true, "De acuerdo, quedo pendiente"},
    {false, "Ya los tenemos y está todo correcto ✅ ¿Te llamamos a las {hour}?"},
    {true, "Sí, por favor"},
};

constexpr Line kNewPatient[] = {
    {true, "Hi! Do you have an English-speaking physio?"},
    {false, "Hi {name}! Yes, {staff} speaks English. When would you like to come in?"},
    {true, "Any time {day} after 5 pm would be great"},
    {false, "Booked for {day} at {hour}. We're at 12 Mayor Street, second floor."},
    {true, "Brilliant, thank you so much 🙌"},
};

constexpr Line kReschedule[] = {
    {true, "Sorry, I won't make it tomorrow, my flight got moved"},
    {false, "No worries, {name}. Shall we say {day} at {hour} instead?"},
    {true, "Works for me 👍"},
    {false, "All set. Safe travels!"},
};

constexpr Line kMembership[] = {
    {true, "Can I freeze my gym membership for July?"},
    {false, "Of course. It's free for up to one month a year. From the 1st to the 31st?"},
    {true, "Yes please"},
    {false, "Done! You'll get a confirmation by e-mail."},
    {true, "Got it, cheers"},
};

constexpr Line kInsurance[] = {
    {true, "Hello, do you take Adeslas or only private?"},
    {false, "Both, {name}. With Adeslas the first five sessions are covered; after that it's €38 each."},
    {true, "\"Covered\" as in no co-pay at all?"},
    {false, "Exactly, no co-pay. Just bring the card and the referral."},
};

constexpr Dialogue kDialogues[] = {
    {false, kFirstVisit}, {false, kMoveAppointment}, {false, kReminder},
    {false, kPrice},      {false, kInvoice},         {false, kPain},
    {false, kGym},        {false, kParking},         {false, kFamily},
    {false, kLate},       {false, kThanks},          {false, kHours},
    {false, kResults},    {true, kNewPatient},       {true, kReschedule},
    {true, kMembership},  {true, kInsurance},
};

constexpr Mail kMails[] = {
    {false, false, "Tu cita en Clínica Sol",
     "Hola, {name}:\nTe confirmamos tu cita del {day} a las {hour} con {staff}.\nSi necesitas cambiarla, "
     "responde "
     "a este correo o llámanos.\nUn saludo,\nEl equipo de Clínica Sol"},
    {false, true, "Re: Tu cita en Clínica Sol",
     "Buenos días:\n¿Podría ser media hora más tarde? Salgo justo del trabajo.\nGracias,\n{name}"},
    {false, false, "Factura n.º 2024-0187",
     "Hola, {name}:\nAdjuntamos la factura de tu última sesión: 45,00 € (IVA exento).\nGracias por confiar "
     "en "
     "nosotros.\nAdministración"},
    {false, true, "Consulta sobre el bono de 10 sesiones",
     "Hola:\nHe visto el bono de 10 sesiones en la web. ¿Caduca? ¿Lo puedo compartir con mi pareja?\nUn "
     "saludo,\n"
     "{name}"},
    {false, false, "Novedades de junio: pilates, nutrición y horario de verano ☀️",
     "¡Hola, {name}!\nEste mes estrenamos pilates con máquinas los {day} a las {hour}.\nAdemás, {staff} abre "
     "consulta de nutrición.\nDel 1 de julio al 31 de agosto abrimos de 8:00 a 15:00."},
    {false, true, "Documentación para el seguro",
     "Buenas tardes:\nMi aseguradora me pide el informe de alta y las fechas de las sesiones.\n¿Me lo podéis "
     "enviar?\nGracias de antemano,\n{name}"},
    {true, false, "Your appointment at Clínica Sol",
     "Dear {name},\nYour appointment with {staff} is confirmed for {day} at {hour}.\nReply to this e-mail if "
     "you "
     "need to change it.\nKind regards,\nClínica Sol"},
    {true, true, "Question about \"Pack 10\" & invoices",
     "Hello,\nIs the \"Pack 10\" cheaper than single sessions < 30 min? And could I have one invoice a "
     "month?\n"
     "Best,\n{name}"},
};

constexpr std::array<std::string_view, 4> kCampaigns = {
    "☀️ {name}, este mes tu revisión en Clínica Sol es gratis. Pide cita respondiendo a este mensaje. "
    "BAJA "
    "para no "
    "recibir más.",
    "Clínica Sol: el {day} celebramos jornada de puertas abiertas de 10:00 a 14:00. ¡Trae a quien quieras! 🎉",
    "{name}, hace 6 meses de tu última limpieza dental 🦷 ¿Te reservamos hueco? https://example.com/cita",
    "Hi {name}, summer opening hours start on Monday: 8:00 to 15:00. See you soon! Reply STOP to opt out.",
};

constexpr std::array<std::string_view, 4> kComments = {
    "@{staff} ¿puedes llamar a {name} antes del {day}? Prefiere la mañana.",
    "Pagado en efectivo, falta emitir la factura.",
    "Alergia al látex, avisar en cabina.",
    "Called twice, no answer. Try again {day} at {hour}.",
};

constexpr std::array<std::string_view, 3> kReviews = {
    "Trato excelente y muy puntuales. {staff} es un encanto. Repetiré seguro. ⭐⭐⭐⭐⭐",
    "Bien, aunque cuesta aparcar. ⭐⭐⭐⭐",
    "Lovely clinic, great English. Five stars!",
};

constexpr std::array<std::string_view, 4> kActivities = {
    "Cita reservada: {day} a las {hour}",
    "Oportunidad movida a «Presupuesto enviado»",
    "Pago recibido: 45,00 €",
    "Contact updated",
};

} // namespace

std::span<const Dialogue> dialogues()
{
    return kDialogues;
}

std::span<const Mail> mails()
{
    return kMails;
}

std::span<const std::string_view> campaignTexts()
{
    return kCampaigns;
}

std::span<const std::string_view> internalComments()
{
    return kComments;
}

std::span<const std::string_view> reviews()
{
    return kReviews;
}

std::span<const std::string_view> activityTexts()
{
    return kActivities;
}

} // namespace leadway::simulator
