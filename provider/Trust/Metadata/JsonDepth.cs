namespace PartnerTrust.Trust.Metadata;

/// <summary>Tells a text that is nested too deep from one that is not JSON, which the parser's exception does not.</summary>
internal static class JsonDepth
{
    public static bool Exceeds(ReadOnlySpan<byte> json, int limit)
    {
        var depth = 0;
        var inText = false;
        for (var i = 0; i < json.Length && depth <= limit; i++)
        {
            switch (json[i])
            {
                case (byte)'\\' when inText:
                    i++;
                    break;
                case (byte)'"':
                    inText = !inText;
                    break;
                case (byte)'{' or (byte)'[' when !inText:
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when !inText:
                    depth--;
                    break;
            }
        }

        return depth > limit;
    }
}
