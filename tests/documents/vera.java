import java.io.FileInputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Asks veraPDF about files: `java vera.java 3a,ua1 FILE...` answers a line each for file, profile and broken rules. */
class Vera {
  public static void main(String[] words) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (int i = 1; i < words.length; i++) {
      for (String profile : words[0].split(",")) {
        System.out.println(words[i] + "\t" + profile + "\t" + String.join(", ", broken(words[i], profile)));
      }
    }
  }

  static Set<String> broken(String file, String profile) throws Exception {
    var flavour = PDFAFlavour.fromString(profile);
    var foundry = Foundries.defaultInstance();
    try (var bytes = new FileInputStream(file);
        var parser = foundry.createParser(bytes, flavour);
        var validator = foundry.createValidator(flavour, false)) {
      var result = validator.validate(parser);
      var rules = new TreeSet<String>();
      if (result.getTotalAssertions() == 0) rules.add("nothing was checked");
      if (!result.isCompliant()) rules.add("not compliant");
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        rules.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber());
      }
      return rules;
    }
  }
}
