using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;

namespace PartnerTrust.CmdletSimulator.Wire;

/// <summary>Objects as remoting serializes them: PowerShell reads this text as it reads what a real server sends. The shapes are those of
/// <c>../shared/clixml</c>.</summary>
internal static class Clixml
{
    private const string Namespace = "http://schemas.microsoft.com/powershell/2004/04";

    public static string Of(PlayedValue value, string machine)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("Objs", Namespace);
            xml.WriteAttributeString("Version", "1.1.0.1");
            new Writer(xml).Write(null, value, machine);
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private sealed class Writer(XmlWriter xml)
    {
        private int objects;

        /// <param name="name">The property's; null for the object itself.</param>
        /// <param name="value">What is written.</param>
        /// <param name="machine">Where the object comes from; null below it.</param>
        public void Write(string? name, PlayedValue value, string? machine = null)
        {
            switch (value)
            {
                case PlayedValue.Thing thing:
                    Object(name, thing.TypeNames, thing.Whole, () => Properties(thing.Properties, machine));
                    break;
                case PlayedValue.Certificate certificate:
                    Object(name, CertificateTypes(certificate), null, () => Properties([Raw(certificate)], machine));
                    break;
                case PlayedValue.Enumeration enumeration:
                    Object(name, [enumeration.TypeName, "System.Enum", "System.ValueType", "System.Object"], enumeration.Name, () =>
                        Simple("I32", null, enumeration.Value.ToString(CultureInfo.InvariantCulture)));
                    break;
                case PlayedValue.Items items:
                    Object(name, [items.TypeName ?? "System.Collections.ArrayList", "System.Object"], null, () => List(items.Values));
                    break;
                default:
                    Simple(name, value);
                    break;
            }
        }

        private static ImmutableArray<string> CertificateTypes(PlayedValue.Certificate certificate) =>
        [
            certificate.TypeName, "System.Security.Cryptography.X509Certificates.X509Certificate2",
            "System.Security.Cryptography.X509Certificates.X509Certificate", "System.Object",
        ];

        private static PlayedProperty Raw(PlayedValue.Certificate certificate) => new("RawData", new PlayedValue.Bytes(certificate.Der));

        private void Object(string? name, ImmutableArray<string> types, string? whole, Action content)
        {
            xml.WriteStartElement("Obj", Namespace);
            if (name is not null)
            {
                xml.WriteAttributeString("N", name);
            }

            xml.WriteAttributeString("RefId", objects.ToString(CultureInfo.InvariantCulture));
            xml.WriteStartElement("TN", Namespace);
            xml.WriteAttributeString("RefId", (objects++).ToString(CultureInfo.InvariantCulture));
            foreach (var type in types)
            {
                xml.WriteElementString("T", Namespace, type);
            }

            xml.WriteEndElement();
            if (whole is not null)
            {
                xml.WriteElementString("ToString", Namespace, Escaped(whole));
            }

            content();
            xml.WriteEndElement();
        }

        private void Properties(ImmutableArray<PlayedProperty> properties, string? machine)
        {
            xml.WriteStartElement("Props", Namespace);
            foreach (var property in properties.Where(found => found.Value is not PlayedValue.Unreadable))
            {
                Write(property.Name, property.Value);
            }

            xml.WriteEndElement();
            if (machine is not null)
            {
                xml.WriteStartElement("MS", Namespace);
                Simple("S", "PSComputerName", machine);
                Simple("B", "PSShowComputerName", "false");
                xml.WriteEndElement();
            }
        }

        private void List(ImmutableArray<PlayedValue> values)
        {
            xml.WriteStartElement("LST", Namespace);
            foreach (var value in values)
            {
                Write(null, value);
            }

            xml.WriteEndElement();
        }

        private void Simple(string? name, PlayedValue value)
        {
            var (element, text) = value switch
            {
                PlayedValue.Text found => ("S", Escaped(found.Value)),
                PlayedValue.Flag found => ("B", found.Value ? "true" : "false"),
                PlayedValue.Number found => ("I32", found.Value.ToString(CultureInfo.InvariantCulture)),
                PlayedValue.Date found => ("DT", Written(found)),
                PlayedValue.Identifier found => ("G", found.Value.ToString()),
                PlayedValue.Address found => ("URI", Escaped(found.Value)),
                PlayedValue.Bytes found => ("BA", Convert.ToBase64String(found.Value.AsSpan())),
                _ => ("Nil", null),
            };
            Simple(element, name, text);
        }

        private void Simple(string element, string? name, string? text)
        {
            xml.WriteStartElement(element, Namespace);
            if (name is not null)
            {
                xml.WriteAttributeString("N", name);
            }

            xml.WriteString(text ?? "");
            xml.WriteEndElement();
        }

        /// <summary>In the server's own time, with its zone.</summary>
        private static string Written(PlayedValue.Date date) => date.Kind == DateTimeKind.Utc
            ? date.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            : date.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

        /// <summary>[MS-PSRP] 2.2.5.3.2: what XML cannot hold, and what would look like an escape.</summary>
        private static string Escaped(string text)
        {
            var escaped = new StringBuilder(text.Length);
            for (var i = 0; i < text.Length; i++)
            {
                var looksEscaped = text[i] == '_' && i + 1 < text.Length && text[i + 1] is 'x' or 'X';
                if (looksEscaped || char.IsControl(text[i]) || char.IsSurrogate(text[i]) || text[i] is '\ufffe' or '\uffff')
                {
                    escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
                }
                else
                {
                    escaped.Append(text[i]);
                }
            }

            return escaped.ToString();
        }
    }
}
