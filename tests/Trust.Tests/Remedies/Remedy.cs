namespace PartnerTrust.Trust.Tests.Remedies;

/// <summary>A situation that earns a number, and what is done about it as the message says.</summary>
/// <param name="Number">The number, for example <c>PT5023</c>.</param>
/// <param name="Words">Of the remedy as it is printed: the words that are followed.</param>
/// <param name="Wrong">Makes the situation.</param>
/// <param name="Follow">Does what the words say, and nothing else.</param>
/// <param name="Where">What else tells two rows of one number apart.</param>
internal sealed record Remedy(string Number, string Words, Func<ISituation> Wrong, Func<ISituation, ISituation> Follow, string Where)
{
    public static Remedy Of<T>(string number, string words, Func<T> wrong, Func<T, T> follow, string where = "")
        where T : ISituation => new(number, words, () => wrong(), situation => follow((T)situation), where);

    public override string ToString() => $"{Number} {Where}".TrimEnd();
}
